package io.everythingmcp.server.protocol.stateless.header;

import io.everythingmcp.server.protocol.IncomingMessage;
import io.everythingmcp.server.protocol.handlers.ResolvedRequest;
import io.everythingmcp.server.wire.RpcError;
import java.util.Optional;

/** Checks that request headers mirror the body, because intermediaries rely on them. */
public final class HeaderRules {
  private HeaderRules() {}

  /**
   * Returns the error for headers that are missing or differ from the body; empty if they match,
   * and on transports without headers.
   */
  public static Optional<RpcError> violation(IncomingMessage in, ResolvedRequest request) {
    if (in.channel() != IncomingMessage.Channel.STREAMABLE_HTTP) {
      return Optional.empty();
    }
    return StandardHeaders.violation(in.headers(), request.request())
        .or(() -> arguments(in, request))
        .map(RpcError::headerMismatch);
  }

  private static Optional<String> arguments(IncomingMessage in, ResolvedRequest request) {
    return request.tool().stream()
        .flatMap(tool -> tool.mirrored().stream())
        .map(
            parameter ->
                ParamHeaders.violation(
                    parameter, in.headers(), request.request().params().path("arguments")))
        .flatMap(Optional::stream)
        .findFirst();
  }
}
