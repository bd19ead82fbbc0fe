package io.everythingmcp.server.protocol;

import io.everythingmcp.server.protocol.handlers.ResolvedRequest;
import io.everythingmcp.server.wire.RpcError;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;

/** A family of protocol revisions that work alike. */
public interface ProtocolEra {
  /** What was served at once. */
  CompletionStage<?> SERVED = CompletableFuture.completedFuture(null);

  /**
   * Serves a request that was classified as of this era. Never blocks; the response is sent now or
   * later.
   *
   * @param resolved the requests of the message in their order
   * @return completes when processing has started; exceptionally if an error occurred before that
   */
  CompletionStage<?> handle(
      IncomingMessage inbound, List<ResolvedRequest> resolved, ResponseExchange exchange);

  /**
   * Connects a channel for all messages, such as HTTP+SSE or stdio, and creates a session with the
   * same lifetime.
   *
   * @param owner owner key of the session
   * @param exchange the channel
   * @param first creates the first event from the session id; may return null
   * @return the session id; empty if the exchange was rejected
   */
  default Optional<String> openChannel(
      String owner, ResponseExchange exchange, Function<String, ServerSentEvent> first) {
    RpcError error = RpcError.invalidRequest("the enabled revisions do not support this channel");
    exchange.reply(404, Map.of(), WireJson.bytes(RpcMessage.error(null, error)));
    return Optional.empty();
  }

  /**
   * Returns the error for a request with a session id that was rejected before it reached an era,
   * in the format of the session's revision if this era has the session.
   */
  default CompletionStage<RpcError> explained(IncomingMessage inbound, RpcError error) {
    return CompletableFuture.completedFuture(error);
  }

  /** Stops accepting new requests and lets clients reconnect elsewhere. */
  void drain();

  /** Activates new keys, if there are any; what was sealed before stays valid. */
  default void rotateKeys() {}

  /** Returns the number of in-flight requests. */
  int activeRequestCount();

  /** Returns the number of sessions on all instances; 0 in stateless revisions. */
  default long sessionCount() {
    return 0;
  }

  /**
   * Ends all sessions whose owner matches and returns their number.
   *
   * @param owner predicate on {@link io.everythingmcp.api.CallerIdentity#ownerKey}
   */
  default int terminateSessions(Predicate<String> owner) {
    return 0;
  }

  /**
   * Ends the sessions of an owner that were created with a grant and returns their number.
   *
   * @param grant as in {@link io.everythingmcp.api.CallerIdentity#grant}
   */
  default int terminateSessions(String owner, String grant) {
    return 0;
  }
}
