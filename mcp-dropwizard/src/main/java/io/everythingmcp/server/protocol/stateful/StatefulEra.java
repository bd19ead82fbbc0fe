package io.everythingmcp.server.protocol.stateful;

import io.everythingmcp.server.protocol.EraProvider;
import io.everythingmcp.server.protocol.EraSettings;
import io.everythingmcp.server.protocol.IncomingMessage;
import io.everythingmcp.server.protocol.ProtocolEra;
import io.everythingmcp.server.protocol.RequestHeaders;
import io.everythingmcp.server.protocol.ResponseExchange;
import io.everythingmcp.server.protocol.ServerRuntime;
import io.everythingmcp.server.protocol.ServerSentEvent;
import io.everythingmcp.server.protocol.context.StoreBackedFeatureStorage;
import io.everythingmcp.server.protocol.handlers.ResolvedRequest;
import io.everythingmcp.server.protocol.stateful.stream.SessionStreams;
import io.everythingmcp.server.session.Session;
import io.everythingmcp.server.session.SessionIdGenerator;
import io.everythingmcp.server.session.SessionLimits;
import io.everythingmcp.server.session.SessionStore;
import io.everythingmcp.server.session.StreamLog;
import io.everythingmcp.server.wire.ProtocolRevision;
import io.everythingmcp.server.wire.RpcError;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/** Revisions 2024-11-05 to 2025-11-25. */
public final class StatefulEra implements ProtocolEra {
  static final Map<String, String> RETRY_LATER = Map.of("Retry-After", "5");

  private static final String SHUTTING_DOWN = "The server is shutting down; retry the request";

  /** Why sessions end that an operator ends. */
  private static final String REMOVED = "removed";

  private static final Duration REAP = Duration.ofSeconds(10);
  private static final Duration SWEEP = Duration.ofSeconds(30);

  private static final List<String> VERSIONS = ProtocolRevision.dates(ProtocolRevision::stateful);

  private final StatefulContext context;
  private final SessionStreams streams;
  private final StatefulMessageDispatcher deliveries;
  private final SessionFactory openings;
  private final InitializeHandshake handshake;
  private volatile boolean draining;

  /** Creates an era with random session ids. */
  public StatefulEra(ServerRuntime runtime, SessionLimits limits) {
    this(runtime, limits, SessionIdGenerator.RANDOM);
  }

  /**
   * An era.
   *
   * @param ids names for new sessions
   */
  public StatefulEra(ServerRuntime runtime, SessionLimits limits, SessionIdGenerator ids) {
    StreamLog log = new StreamLog(runtime.store());
    SessionStore sessions = new SessionStore(runtime.store(), log, limits, runtime.events());
    sessions.onSessionEnded(id -> StoreBackedFeatureStorage.ofSession(runtime.store(), id).clear());
    this.openings = new SessionFactory(runtime, sessions, ids);
    this.context = new StatefulContext(runtime, sessions, log);
    this.handshake = new InitializeHandshake(context, openings);
    this.streams = new SessionStreams(log, context.attachments(), runtime.limits().retry());
    this.deliveries = new StatefulMessageDispatcher(context, streams);
    new SessionChangeBroadcaster(context).attach(runtime.catalog().bus());
    Duration often = limits.idle().dividedBy(3);
    runtime.executor().scheduleAtFixedRate(often, context.attachments()::use);
    runtime
        .executor()
        .scheduleAtFixedRate(often.compareTo(SWEEP) < 0 ? often : SWEEP, sessions::removeExpired);
    runtime.executor().scheduleAtFixedRate(REAP, context.attachments()::removeStale);
    deliveries.subscribe();
    new SessionPinger(context).every(limits.ping());
  }

  @Override
  public CompletionStage<?> handle(
      IncomingMessage in, List<ResolvedRequest> resolved, ResponseExchange exchange) {
    if (draining && in.httpMethod() != IncomingMessage.HttpMethod.DELETE) {
      SessionRefusals.send(exchange, 503, RETRY_LATER, in, RpcError.unavailable(SHUTTING_DOWN));
      return SERVED;
    }
    if (in.message() instanceof RpcMessage.Request request
        && request.method().equals("initialize")
        && in.httpMethod() == IncomingMessage.HttpMethod.POST) {
      return handshake.handle(in, request, exchange);
    }
    if (in.session() == null) {
      SessionRefusals.send(
          exchange, 400, Map.of(), in, SessionRefusals.missingSession(in.channel()));
      return SERVED;
    }
    // The thread is not blocked while the session is loaded.
    return context
        .sessions()
        .find(in.session(), in.caller().ownerKey())
        .thenAccept(session -> serve(session, in, resolved, exchange));
  }

  private void serve(
      Optional<Session> found,
      IncomingMessage in,
      List<ResolvedRequest> resolved,
      ResponseExchange exchange) {
    boolean single = in.channel() != IncomingMessage.Channel.STREAMABLE_HTTP;
    String version = in.headers().first(RequestHeaders.PROTOCOL_VERSION);
    if (found.isEmpty() || found.get().singleChannel() != single) {
      SessionRefusals.send(exchange, 404, Map.of(), in, SessionRefusals.notFound(in.channel()));
    } else if (version != null && ProtocolRevision.of(version).isEmpty()) {
      RpcError error = RpcError.unsupportedVersion(version, VERSIONS);
      SessionRefusals.send(exchange, 400, Map.of(), in, error);
    } else if (in.httpMethod() == IncomingMessage.HttpMethod.GET) {
      get(found.get(), in, exchange);
    } else if (in.httpMethod() == IncomingMessage.HttpMethod.DELETE) {
      delete(found.get(), exchange);
    } else if (!acceptedBeforeInitialized(in.message()) && !found.get().begun()) {
      SessionRefusals.send(exchange, 400, Map.of(), in, SessionRefusals.notInitialized());
    } else {
      deliveries.dispatch(found.get(), in, resolved, exchange);
    }
  }

  /** A ping is allowed before initialization (lifecycle, initialization). */
  private static boolean acceptedBeforeInitialized(RpcMessage message) {
    return message instanceof RpcMessage.Notification
        || (message instanceof RpcMessage.Request request && request.method().equals("ping"));
  }

  private void get(Session session, IncomingMessage in, ResponseExchange exchange) {
    String last = in.headers().first(RequestHeaders.LAST_EVENT_ID);
    if (last == null) {
      streams.openGetStream(session, exchange);
    } else if (!streams.resume(session, last, exchange)) {
      RpcError error =
          RpcError.invalidRequest("Last-Event-ID is unknown in this session or no longer retained");
      SessionRefusals.send(exchange, 400, Map.of(), in, error);
    }
  }

  private void delete(Session session, ResponseExchange exchange) {
    context.sessions().end(session.id(), "deleted");
    exchange.reply(204, Map.of(), null);
  }

  @Override
  public CompletionStage<RpcError> explained(IncomingMessage in, RpcError error) {
    return context
        .sessions()
        .find(in.session(), in.caller().ownerKey())
        .thenApply(
            found ->
                found.map(own -> SessionRefusals.withNegotiatedRevision(own, error)).orElse(error));
  }

  @Override
  public Optional<String> openChannel(
      String owner,
      ResponseExchange exchange,
      java.util.function.Function<String, ServerSentEvent> first) {
    SessionFactory.Opening opening =
        draining
            ? SessionFactory.Opening.refused(SHUTTING_DOWN)
            : openings.single(owner, exchange.address());
    if (opening.session() == null) {
      RpcError error = RpcError.unavailable(opening.refusal());
      exchange.reply(503, RETRY_LATER, WireJson.bytes(RpcMessage.error(null, error)));
      return Optional.empty();
    }
    String id = opening.session().id();
    Runnable gone = () -> context.sessions().end(id, "closed");
    streams.connect(opening.session(), exchange, first.apply(id), gone);
    return Optional.of(id);
  }

  @Override
  public void drain() {
    draining = true;
    context.attachments().drain();
  }

  @Override
  public long sessionCount() {
    return context.sessions().count();
  }

  @Override
  public int terminateSessions(Predicate<String> owner) {
    SessionStore sessions = context.sessions();
    return end(sessions.ids(), session -> owner.test(session.owner()));
  }

  @Override
  public int terminateSessions(String owner, String grant) {
    return end(context.sessions().of(owner), session -> grant.equals(session.began().grant()));
  }

  private int end(List<String> ids, Predicate<Session> which) {
    SessionStore sessions = context.sessions();
    return (int)
        ids.stream()
            .filter(id -> sessions.findById(id).filter(which).isPresent())
            .filter(id -> sessions.end(id, REMOVED))
            .count();
  }

  @Override
  public int activeRequestCount() {
    return context.attachments().running();
  }

  /** The limits of the sessions of a server. */
  public static SessionLimits limits(EraSettings settings, ServerRuntime runtime) {
    return new SessionLimits(
        settings.sessionTimeout(),
        runtime.limits().sessions(),
        settings.maxSessionsPerCaller(),
        settings.pingInterval());
  }

  /** The provider of this era. */
  public static final class Provider implements EraProvider {
    @Override
    public boolean isStateful() {
      return true;
    }

    @Override
    public ProtocolEra create(ServerRuntime runtime, EraSettings settings) {
      SessionIdGenerator ids =
          settings.sessionIds().map(SessionIdGenerator::new).orElse(SessionIdGenerator.RANDOM);
      return new StatefulEra(runtime, limits(settings, runtime), ids);
    }
  }
}
