package io.everythingmcp.server.protocol.stateless;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.server.protocol.IncomingMessage;
import io.everythingmcp.server.protocol.stateless.mrtr.RequestSender;
import io.everythingmcp.server.wire.RpcMessage;

/**
 * A request with its metadata.
 *
 * @param inbound the incoming message
 * @param request the JSON-RPC request
 * @param meta its metadata
 */
record StatelessRequest(IncomingMessage inbound, RpcMessage.Request request, RequestMeta meta) {

  static StatelessRequest of(IncomingMessage inbound, RpcMessage.Request request) {
    return new StatelessRequest(inbound, request, RequestMeta.of(request.params()));
  }

  CallerIdentity caller() {
    return inbound.caller();
  }

  /** Returns the sender for multi round-trip requests. */
  RequestSender sender() {
    return new RequestSender(request, caller(), meta.client());
  }
}
