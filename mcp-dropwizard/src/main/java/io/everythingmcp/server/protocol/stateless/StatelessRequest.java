package io.everythingmcp.server.protocol.stateless;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.server.protocol.CompletedOperation;
import io.everythingmcp.server.protocol.IncomingMessage;
import io.everythingmcp.server.protocol.handlers.ResolvedRequest;
import io.everythingmcp.server.protocol.stateless.mrtr.RequestSender;
import io.everythingmcp.server.wire.ProtocolRevision;
import io.everythingmcp.server.wire.RpcMessage;

/**
 * A request with its metadata.
 *
 * @param inbound the incoming message
 * @param resolved the JSON-RPC request with its method and tool
 * @param meta its metadata
 */
record StatelessRequest(IncomingMessage inbound, ResolvedRequest resolved, RequestMeta meta) {

  static StatelessRequest of(IncomingMessage inbound, ResolvedRequest resolved) {
    return new StatelessRequest(inbound, resolved, RequestMeta.of(resolved.request().params()));
  }

  RpcMessage.Request request() {
    return resolved.request();
  }

  /**
   * Describes a completed request for observers.
   *
   * @param error the error in one word, or null
   * @param code JSON-RPC error code, or 0
   * @param reason description of the error, or null
   */
  CompletedOperation completed(long nanos, String error, int code, String reason) {
    return new CompletedOperation(
        ProtocolRevision.V2026_07_28,
        inbound.channel(),
        request(),
        inbound.caller(),
        null,
        nanos,
        error,
        code,
        reason);
  }

  CallerIdentity caller() {
    return inbound.caller();
  }

  /** Returns the sender for multi round-trip requests. */
  RequestSender sender() {
    return new RequestSender(request(), caller(), meta.client());
  }
}
