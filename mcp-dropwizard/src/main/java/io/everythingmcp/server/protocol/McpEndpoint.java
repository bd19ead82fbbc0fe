package io.everythingmcp.server.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.event.ServerEvent;
import io.everythingmcp.api.event.ServerEventBus;
import io.everythingmcp.server.store.StoreUnavailableException;
import io.everythingmcp.server.wire.RpcError;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;
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
  private final ServerEventBus events;
  private final OperationObservers operations;
  private final MessageTraffic traffic;

  /**
   * Creates an endpoint for one or two eras.
   *
   * @param stateful null if the classifier never selects it
   * @param stateless null if the classifier never selects it
   * @param guard scope check; null if scopes are not checked
   * @param events receives transport errors
   * @param operations is notified of incoming messages
   * @param traffic observes all messages; null for none
   */
  public McpEndpoint(
      EraClassifier classifier,
      ProtocolEra stateful,
      ProtocolEra stateless,
      ScopeAuthorizer guard,
      ServerEventBus events,
      OperationObservers operations,
      MessageTraffic traffic) {
    this.traffic = traffic;
    this.events = events;
    this.operations = operations;
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
      Optional<ScopeAuthorizer.AuthorizationFailure> refusal =
          scopeAuthorizer == null ? Optional.empty() : scopeAuthorizer.refusal(inbound);
      if (refusal.isPresent()) {
        exchange.reply(
            refusal.get().status(), refusal.get().headers(), WireJson.bytes(refusal.get().body()));
        return;
      }
      operations.onMessage(inbound);
      if (!(verdict instanceof EraClassification.Stateless)) {
        failLater(stateful.handle(inbound, exchange), inbound, exchange);
      }
      if (!(verdict instanceof EraClassification.Stateful)) {
        failLater(stateless.handle(inbound, exchange), inbound, exchange);
      }
    } catch (RuntimeException | Error e) {
      failed(inbound, exchange, e);
    }
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
    events.publishIfSubscribed(
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
