package io.everythingmcp.server.protocol.stateful;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.ClientInfo;
import io.everythingmcp.server.protocol.Era;
import io.everythingmcp.server.protocol.Exchange;
import io.everythingmcp.server.protocol.Headers;
import io.everythingmcp.server.protocol.Inbound;
import io.everythingmcp.server.protocol.Operation.Problem;
import io.everythingmcp.server.protocol.ServerRuntime;
import io.everythingmcp.server.protocol.StoredScope;
import io.everythingmcp.server.protocol.StreamEvent;
import io.everythingmcp.server.protocol.stateful.stream.LoggedLine;
import io.everythingmcp.server.protocol.stateful.stream.Streams;
import io.everythingmcp.server.session.EventLog;
import io.everythingmcp.server.session.Session;
import io.everythingmcp.server.session.SessionIds;
import io.everythingmcp.server.session.SessionLimits;
import io.everythingmcp.server.session.Sessions;
import io.everythingmcp.server.wire.Json;
import io.everythingmcp.server.wire.Revision;
import io.everythingmcp.server.wire.RpcError;
import io.everythingmcp.server.wire.RpcMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Revisions 2024-11-05 to 2025-11-25. */
public final class StatefulEra implements Era {
  private static final Map<String, String> RETRY_LATER = Map.of("Retry-After", "5");

  /** Why sessions end that an operator ends. */
  private static final String REMOVED = "removed";

  private static final Duration REAP = Duration.ofSeconds(10);
  private static final Duration SWEEP = Duration.ofSeconds(30);

  private static final List<String> VERSIONS = Revision.dates(Revision::stateful);

  private final Context context;
  private final Streams streams;
  private final Deliveries deliveries;
  private final Openings openings;
  private volatile boolean draining;

  /** An era whose sessions have random ids. */
  public StatefulEra(ServerRuntime runtime, SessionLimits limits) {
    this(runtime, limits, SessionIds.RANDOM);
  }

  /**
   * An era.
   *
   * @param ids names for new sessions
   */
  public StatefulEra(ServerRuntime runtime, SessionLimits limits, SessionIds ids) {
    EventLog log = new EventLog(runtime.store());
    Sessions sessions = new Sessions(runtime.store(), log, limits, runtime.events());
    sessions.whenGone(id -> StoredScope.ofSession(runtime.store(), id).clear());
    this.openings = new Openings(runtime, sessions, ids);
    this.context = new Context(runtime, sessions, log);
    this.streams = new Streams(log, context.attachments(), runtime.limits().retry());
    this.deliveries = new Deliveries(context, streams);
    new Broadcast(context).attach(runtime.catalog().bus());
    Duration often = limits.idle().dividedBy(3);
    runtime.workers().every(often, context.attachments()::use);
    runtime.workers().every(often.compareTo(SWEEP) < 0 ? often : SWEEP, sessions::sweep);
    runtime.workers().every(REAP, context.attachments()::reap);
    deliveries.watch();
    new Pinger(context).every(limits.ping());
  }

  @Override
  public CompletionStage<?> serve(Inbound in, Exchange exchange) {
    if (draining && in.verb() != Inbound.Verb.DELETE) {
      refuse(
          exchange,
          503,
          RETRY_LATER,
          in,
          RpcError.unavailable(
              "This instance is stopping; another one, or this one later, will serve you"));
      return SERVED;
    }
    return switch (in.verb()) {
      case GET -> find(in, exchange, session -> get(session, in, exchange));
      case DELETE -> find(in, exchange, session -> delete(session, exchange));
      case POST ->
          in.message() instanceof RpcMessage.Request request
                  && request.method().equals("initialize")
              ? initialize(in, request, exchange)
              : find(in, exchange, session -> post(session, in, exchange));
    };
  }

  private void post(Session session, Inbound in, Exchange exchange) {
    // A ping may come before the handshake (lifecycle, initialization).
    boolean ping =
        in.message() instanceof RpcMessage.Request request && request.method().equals("ping");
    if (session.begun() || ping || in.message() instanceof RpcMessage.Notification) {
      deliveries.take(session, in, exchange);
    } else {
      refuse(exchange, 400, Map.of(), in, SessionRefusals.notBegun());
    }
  }

  private CompletionStage<?> initialize(Inbound in, RpcMessage.Request request, Exchange exchange) {
    Optional<String> wrong = Handshake.violations(request.params());
    if (wrong.isPresent()) {
      answer(
          in,
          exchange,
          Json.bytes(RpcMessage.error(request.id(), RpcError.invalidParams(wrong.get()))),
          Map.of());
      return SERVED;
    }
    if (in.session() == null) {
      initialize(Optional.empty(), in, request, exchange);
      return SERVED;
    }
    return context
        .sessions()
        .find(in.session(), in.caller().owner())
        .thenAccept(existing -> initialize(existing, in, request, exchange));
  }

  private void initialize(
      Optional<Session> existing, Inbound in, RpcMessage.Request request, Exchange exchange) {
    if (existing.filter(Session::begun).isPresent()) {
      refuse(exchange, 400, Map.of(), in, SessionRefusals.begun());
    } else if (in.channel() == Inbound.Channel.STREAMABLE_HTTP) {
      begin(in, request, exchange);
    } else if (existing.isPresent()) {
      confirm(in, request, exchange);
    } else {
      refuse(exchange, 404, Map.of(), in, SessionRefusals.notFound(in.channel()));
    }
  }

  private void begin(Inbound in, RpcMessage.Request request, Exchange exchange) {
    long begun = System.nanoTime();
    Revision revision = Handshake.negotiate(request.params());
    ClientInfo client = Handshake.client(request.params(), revision);
    Openings.Opening opening = openings.streamable(in.caller(), revision, client);
    if (opening.session() == null) {
      refuse(exchange, 503, RETRY_LATER, in, RpcError.unavailable(opening.refusal()));
      return;
    }
    measured(opening.session(), request, in, begun);
    answer(
        in,
        exchange,
        handshake(request, revision),
        Map.of(Headers.SESSION_ID, opening.session().id()));
  }

  private void confirm(Inbound in, RpcMessage.Request request, Exchange exchange) {
    long begun = System.nanoTime();
    Revision revision = Handshake.negotiate(request.params());
    context
        .sessions()
        .update(
            in.session(),
            now -> now.negotiated(revision, Handshake.client(request.params(), revision)))
        .ifPresent(session -> measured(session, request, in, begun));
    answer(in, exchange, handshake(request, revision), Map.of());
  }

  private void measured(Session session, RpcMessage.Request request, Inbound in, long begun) {
    context.measured(session, request, in.caller(), System.nanoTime() - begun, Problem.NONE, 0);
  }

  private byte[] handshake(RpcMessage.Request request, Revision revision) {
    return RpcMessage.resultBytes(
        request.id(), Json.bytes(Handshake.result(context.runtime(), revision)));
  }

  private void answer(Inbound in, Exchange exchange, byte[] message, Map<String, String> headers) {
    if (in.channel() == Inbound.Channel.STREAMABLE_HTTP) {
      exchange.reply(200, headers, message);
    } else {
      exchange.reply(202, headers, null);
      LoggedLine.single(context.log(), in.session()).answer(null, message);
    }
  }

  private void get(Session session, Inbound in, Exchange exchange) {
    String last = in.headers().first(Headers.LAST_EVENT_ID);
    if (last == null) {
      streams.listen(session, exchange);
    } else if (!streams.resume(session, last, exchange)) {
      RpcError error =
          RpcError.invalidRequest(
              "Last-Event-ID names no event of this session, or one that is not kept any more");
      refuse(exchange, 400, Map.of(), in, error);
    }
  }

  private void delete(Session session, Exchange exchange) {
    context.sessions().end(session.id(), "deleted");
    exchange.reply(204, Map.of(), null);
  }

  /**
   * Goes on with the session that a request belongs to, or refuses the request. Until the session
   * is there, this thread serves others.
   */
  private CompletionStage<?> find(Inbound in, Exchange exchange, Consumer<Session> then) {
    if (in.session() == null) {
      refuse(exchange, 400, Map.of(), in, SessionRefusals.none(in.channel()));
      return SERVED;
    }
    String version = in.headers().first(Headers.PROTOCOL_VERSION);
    boolean single = in.channel() != Inbound.Channel.STREAMABLE_HTTP;
    return context
        .sessions()
        .find(in.session(), in.caller().owner())
        .thenAccept(
            found -> {
              if (found.filter(session -> session.singleChannel() == single).isEmpty()) {
                refuse(exchange, 404, Map.of(), in, SessionRefusals.notFound(in.channel()));
              } else if (version != null && Revision.of(version).isEmpty()) {
                RpcError error = RpcError.unsupportedVersion(version, VERSIONS);
                refuse(exchange, 400, Map.of(), in, error);
              } else {
                then.accept(found.get());
              }
            });
  }

  private static void refuse(
      Exchange exchange, int status, Map<String, String> headers, Inbound in, RpcError error) {
    JsonNode id = in.message() instanceof RpcMessage.Request request ? request.id() : null;
    exchange.reply(status, headers, Json.bytes(RpcMessage.error(id, error)));
  }

  @Override
  public CompletionStage<RpcError> explained(Inbound in, RpcError error) {
    return context
        .sessions()
        .find(in.session(), in.caller().owner())
        .thenApply(found -> found.map(own -> SessionRefusals.within(own, error)).orElse(error));
  }

  @Override
  public Optional<String> connect(
      String owner, Exchange exchange, java.util.function.Function<String, StreamEvent> first) {
    Openings.Opening opening =
        draining ? Openings.Opening.refused("this instance is stopping") : openings.single(owner);
    if (opening.session() == null) {
      RpcError error = RpcError.unavailable(opening.refusal());
      exchange.reply(503, RETRY_LATER, Json.bytes(RpcMessage.error(null, error)));
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
  public long sessions() {
    return context.sessions().count();
  }

  @Override
  public int endSessions(Predicate<String> owner) {
    Sessions sessions = context.sessions();
    return end(sessions.ids(), session -> owner.test(session.owner()));
  }

  @Override
  public int endSessions(String owner, String grant) {
    return end(context.sessions().of(owner), session -> grant.equals(session.began().grant()));
  }

  private int end(List<String> ids, Predicate<Session> which) {
    Sessions sessions = context.sessions();
    return (int)
        ids.stream()
            .filter(id -> sessions.peek(id).filter(which).isPresent())
            .filter(id -> sessions.end(id, REMOVED))
            .count();
  }

  @Override
  public int running() {
    return context.attachments().running();
  }
}
