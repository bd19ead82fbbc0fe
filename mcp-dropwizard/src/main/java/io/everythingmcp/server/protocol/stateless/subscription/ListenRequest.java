package io.everythingmcp.server.protocol.stateless.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;

/**
 * Sender of {@code subscriptions/listen}.
 *
 * @param id id of the request, which is the subscription id
 * @param owner owner key; empty for an anonymous caller
 * @param share subscriptions with the same value have a common limit; empty for no limit
 * @param lines whether the channel is shared, so that closing it does not mean the end of the
 *     subscription
 */
record ListenRequest(JsonNode id, String owner, String share, boolean lines) {
  private static final String SUBSCRIPTION = "io.modelcontextprotocol/subscriptionId";

  /** Adds the subscription id to a notification; modifies it. */
  String tagged(ObjectNode notification) {
    ((ObjectNode) notification.get("params")).putObject("_meta").set(SUBSCRIPTION, id);
    return WireJson.text(notification);
  }

  /** Returns the response to the request at the end of the subscription. */
  String response(ObjectNode result) {
    ObjectNode response = result.deepCopy();
    response.withObject("/_meta").set(SUBSCRIPTION, id);
    return WireJson.text(RpcMessage.result(id, response));
  }

  /** Returns the notification that the server ends the subscription, for shared channels. */
  String cancelled() {
    ObjectNode params = WireJson.object();
    params.set("requestId", id);
    return WireJson.text(
        RpcMessage.notification(
            "notifications/cancelled", params.put("reason", "the server ends the subscription")));
  }
}
