package io.everythingmcp.server.protocol.stateless;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.server.protocol.IncomingMessage;
import io.everythingmcp.server.protocol.stateless.mrtr.RequestSender;
import io.everythingmcp.server.wire.RpcMessage;

/**
 * A request and all that is known about it.
 *
 * @param inbound how it came
 * @param request the message
 * @param meta what it says about itself
 */
record StatelessRequest(IncomingMessage inbound, RpcMessage.Request request, RequestMeta meta) {

  static StatelessRequest of(IncomingMessage inbound, RpcMessage.Request request) {
    return new StatelessRequest(inbound, request, RequestMeta.of(request.params()));
  }

  CallerIdentity caller() {
    return inbound.caller();
  }

  /** For requests that ask. */
  RequestSender sender() {
    return new RequestSender(request, caller(), meta.client());
  }
}
