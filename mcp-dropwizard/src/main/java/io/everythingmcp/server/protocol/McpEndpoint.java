package io.everythingmcp.server.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.FeatureVisibility;
import io.everythingmcp.api.event.ServerEvent;
import io.everythingmcp.server.protocol.handlers.ResolvedRequest;
import io.everythingmcp.server.store.StoreUnavailableException;
import io.everythingmcp.server.wire.RpcError;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where every message of every transport arrives. */
public final class McpEndpoint {
  private static final Logger LOG = LoggerFactory.getLogger(McpEndpoint.class);
  private static final Map<String, String> RETRY = Map.of("Retry-After", "1");

  private final EraClassifier classifier;
  private final ProtocolEra stateful;
  private final ProtocolEra stateless;
  private final ScopeAuthorizer scopeAuthorizer;
  private final ServerRuntime runtime;
  private final MessageTraffic traffic;

  /**
   * Creates an endpoint for one or two eras.
   *
   * @param stateful null if the classifier never selects it
   * @param stateless null if the classifier never selects it
   * @param guard scope check; null if scopes are not checked
   * @param runtime resolves requests, and is notified of messages and errors
   * @param traffic observes all messages; null for none
   */
  public McpEndpoint(
      EraClassifier classifier,
      ProtocolEra stateful,
      ProtocolEra stateless,
      ScopeAuthorizer guard,
      ServerRuntime runtime,
      MessageTraffic traffic) {
    this.traffic = traffic;
    this.runtime = runtime;
    this.classifier = classifier;
    this.stateful = stateful;
    this.stateless = stateless;
    this.scopeAuthorizer = guard;
  }

  /** Serves a request. Never throws: errors are sent as responses. */
  public void handle(IncomingMessage inbound, ResponseExchange plain) {
    ResponseExchange exchange = traffic == null ? plain : traffic.observe(inbound, plain);
    try {
      EraClassification verdict = classifier.classify(inbound);
      if (verdict instanceof EraClassification.Rejected rejected) {
        reject(inbound, exchange, rejected);
        return;
      }
      if (scopeAuthorizer != null && refuse(exchange, scopeAuthorizer.unauthenticated(inbound))) {
        return;
      }
      boolean session = verdict instanceof EraClassification.Stateful;
      List<ResolvedRequest> resolved =
          resolve(inbound.message(), new FeatureVisibility.Viewer(inbound.caller(), session));
      if (scopeAuthorizer != null
          && refuse(exchange, scopeAuthorizer.insufficient(inbound, resolved))) {
        return;
      }
      runtime.operations().onMessage(inbound);
      if (!(verdict instanceof EraClassification.Stateless)) {
        failLater(stateful.handle(inbound, resolved, exchange), inbound, exchange);
      }
      if (!(verdict instanceof EraClassification.Stateful)) {
        failLater(stateless.handle(inbound, resolved, exchange), inbound, exchange);
      }
    } catch (RuntimeException | Error e) {
      failed(inbound, exchange, e);
    }
  }

  /** Looks up what each request of a message names. */
  private List<ResolvedRequest> resolve(RpcMessage message, FeatureVisibility.Viewer viewer) {
    if (message instanceof RpcMessage.Request request) {
      return List.of(runtime.methods().resolve(request, viewer));
    }
    return message instanceof RpcMessage.Batch batch
        ? batch.messages().stream()
            .filter(RpcMessage.Request.class::isInstance)
            .map(request -> runtime.methods().resolve((RpcMessage.Request) request, viewer))
            .toList()
        : List.of();
  }

  private static boolean refuse(
      ResponseExchange exchange, Optional<ScopeAuthorizer.AuthorizationFailure> refusal) {
    refusal.ifPresent(
        why -> exchange.reply(why.status(), why.headers(), WireJson.bytes(why.body())));
    return refusal.isPresent();
  }

  /**
   * Connects a channel for all messages in the stateful era, as {@link ProtocolEra#openChannel}
   * does. Empty if that era is not served.
   */
  public Optional<String> openChannel(
      String owner, ResponseExchange exchange, Function<String, ServerSentEvent> first) {
    if (stateful == null) {
      return Optional.empty();
    }
    return traffic == null
        ? stateful.openChannel(owner, exchange, first)
        : traffic.openChannel(stateful, owner, exchange, first);
  }

  private void reject(
      IncomingMessage inbound, ResponseExchange exchange, EraClassification.Rejected why) {
    boolean explained =
        stateful != null
            && inbound.session() != null
            && inbound.message() instanceof RpcMessage.Request request
            && !RequestMetaEnvelope.claims(request);
    if (explained) {
      stateful
          .explained(inbound, why.error())
          .thenAccept(error -> reply(exchange, why, error))
          .exceptionally(
              problem -> {
                failed(inbound, exchange, cause(problem));
                return null;
              });
    } else {
      reply(exchange, why, why.error());
    }
  }

  private static void reply(
      ResponseExchange exchange, EraClassification.Rejected why, RpcError error) {
    Map<String, String> headers = why.status() == 405 ? Map.of("Allow", "POST") : Map.of();
    exchange.reply(why.status(), headers, WireJson.bytes(RpcMessage.error(why.id(), error)));
  }

  private void failLater(
      CompletionStage<?> served, IncomingMessage inbound, ResponseExchange exchange) {
    if (served != ProtocolEra.SERVED) {
      served.exceptionally(
          problem -> {
            failed(inbound, exchange, cause(problem));
            return null;
          });
    }
  }

  private static Throwable cause(Throwable problem) {
    return problem instanceof CompletionException && problem.getCause() != null
        ? problem.getCause()
        : problem;
  }

  private void failed(IncomingMessage inbound, ResponseExchange exchange, Throwable problem) {
    publishTransportError(inbound.session(), inbound.caller(), problem);
    if (problem instanceof StoreUnavailableException) {
      LOG.warn("A request was refused: {}", problem.getMessage());
      RpcError error =
          RpcError.unavailable("The shared store cannot be reached; try again in a second");
      exchange.reply(503, RETRY, WireJson.bytes(RpcMessage.error(id(inbound), error)));
    } else {
      LOG.error("A request failed", problem);
      RpcError error = RpcError.internal("Internal error");
      exchange.reply(500, Map.of(), WireJson.bytes(RpcMessage.error(id(inbound), error)));
    }
  }

  /**
   * Publishes a transport error. Contains only the type of the exception, because its message may
   * contain data of clients.
   *
   * @param session may be null
   * @param caller the sender of the request
   */
  public void publishTransportError(String session, CallerIdentity caller, Throwable problem) {
    runtime
        .events()
        .publishIfSubscribed(
            ServerEvent.TransportError.class,
            () ->
                new ServerEvent.TransportError(
                    session,
                    caller.tokenPrefix(),
                    caller.tokenName(),
                    caller.tenant().orElse(null),
                    problem.getClass().getSimpleName()));
  }

  private static JsonNode id(IncomingMessage inbound) {
    return inbound.message() instanceof RpcMessage.Request request ? request.id() : null;
  }
}
