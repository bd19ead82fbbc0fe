package io.everythingmcp.server.protocol.stateless.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;

/**
 * Who listens.
 *
 * @param id the id of the request, which names the subscription
 * @param owner whose it is; empty for an anonymous caller
 * @param lines whether it shares a channel with everything else, so that the end of the channel
 *     cannot mean its end
 */
record ListenRequest(JsonNode id, String owner, boolean lines) {
  private static final String SUBSCRIPTION = "io.modelcontextprotocol/subscriptionId";

  /** A notification for this subscription; the given one is used up. */
  String tagged(ObjectNode notification) {
    ((ObjectNode) notification.get("params")).putObject("_meta").set(SUBSCRIPTION, id);
    return WireJson.text(notification);
  }

  /** The answer to the request, when all is over. */
  String answer(ObjectNode result) {
    ObjectNode answer = result.deepCopy();
    answer.withObject("/_meta").set(SUBSCRIPTION, id);
    return WireJson.text(RpcMessage.result(id, answer));
  }

  /** What says that the server ends the subscription, where the channel stays. */
  String cancelled() {
    ObjectNode params = WireJson.object();
    params.set("requestId", id);
    return WireJson.text(
        RpcMessage.notification(
            "notifications/cancelled", params.put("reason", "the server ends the subscription")));
  }
}
