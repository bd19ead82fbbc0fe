package io.everythingmcp.server.protocol.stateless;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.server.protocol.Inbound;
import io.everythingmcp.server.protocol.stateless.round.Sender;
import io.everythingmcp.server.wire.RpcMessage;

/**
 * A request and all that is known about it.
 *
 * @param inbound how it came
 * @param request the message
 * @param meta what it says about itself
 */
record Incoming(Inbound inbound, RpcMessage.Request request, RequestMeta meta) {

  static Incoming of(Inbound inbound, RpcMessage.Request request) {
    return new Incoming(inbound, request, RequestMeta.of(request.params()));
  }

  CallerIdentity caller() {
    return inbound.caller();
  }

  /** For requests that ask. */
  Sender sender() {
    return new Sender(request, caller(), meta.client());
  }
}
