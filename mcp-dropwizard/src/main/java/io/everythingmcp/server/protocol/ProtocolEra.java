package io.everythingmcp.server.protocol;

import io.everythingmcp.server.wire.RpcError;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;
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
   * Serves a request that the classifier gave to this era. Returns at once; the exchange is
   * answered now or later.
   *
   * @return completes when the request is being worked on; with an exception if something broke
   *     before that
   */
  CompletionStage<?> handle(IncomingMessage inbound, ResponseExchange exchange);

  /**
   * Connects a channel that carries everything, such as HTTP+SSE or stdio, and begins a session
   * that lives as long as it.
   *
   * @param owner whose session it is
   * @param exchange the way to the client
   * @param first an event to begin with, made from the session's id; may give null
   * @return the session's id, or nothing when the exchange was refused
   */
  default Optional<String> openChannel(
      String owner, ResponseExchange exchange, Function<String, ServerSentEvent> first) {
    RpcError error =
        RpcError.invalidRequest("the revisions that are served here have no such channel");
    exchange.reply(404, Map.of(), WireJson.bytes(RpcMessage.error(null, error)));
    return Optional.empty();
  }

  /**
   * Why a request that names a session was refused before it came to an era, in the terms of that
   * session if this era has it.
   */
  default CompletionStage<RpcError> explained(IncomingMessage inbound, RpcError error) {
    return CompletableFuture.completedFuture(error);
  }

  /** Takes no new work from now on, and lets clients go elsewhere. */
  void drain();

  /** Lets new keys take over, where there are any; what was sealed before stays valid. */
  default void rotateKeys() {}

  /** How many requests are being worked on. */
  int activeRequestCount();

  /** How many sessions there are, on all instances; none where revisions know no sessions. */
  default long sessionCount() {
    return 0;
  }

  /**
   * Ends all sessions whose owner matches; gives how many there were.
   *
   * @param owner as {@link io.everythingmcp.api.CallerIdentity#ownerKey} has it
   */
  default int terminateSessions(Predicate<String> owner) {
    return 0;
  }

  /**
   * Ends the sessions of an owner that began with a grant; gives how many there were.
   *
   * @param grant as {@link io.everythingmcp.api.CallerIdentity#grant} has it
   */
  default int terminateSessions(String owner, String grant) {
    return 0;
  }
}
