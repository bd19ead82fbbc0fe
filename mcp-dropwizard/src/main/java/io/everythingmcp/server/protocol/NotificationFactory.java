package io.everythingmcp.server.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.LoggingLevel;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;

/** Factory for server notifications in the format of the latest revision that supports them. */
public final class NotificationFactory {
  private static final double EXACT = 1e15;

  private NotificationFactory() {}

  /** A log message. */
  public static ObjectNode log(LoggingLevel level, String logger, Object data) {
    ObjectNode params = WireJson.object().put("level", level.wireName());
    if (logger != null) {
      params.put("logger", logger);
    }
    params.set("data", WireJson.tree(data));
    return RpcMessage.notification("notifications/message", params);
  }

  /** How far a request is. */
  public static ObjectNode progress(JsonNode token, double done, Double total, String message) {
    ObjectNode params = WireJson.object();
    params.set("progressToken", token);
    number(params, "progress", done);
    if (total != null) {
      number(params, "total", total);
    }
    if (message != null) {
      params.put("message", message);
    }
    return RpcMessage.notification("notifications/progress", params);
  }

  private static void number(ObjectNode params, String field, double value) {
    if (value == Math.rint(value) && Math.abs(value) < EXACT) {
      params.put(field, (long) value);
    } else {
      params.put(field, value);
    }
  }

  /** The content of a resource changed. */
  public static ObjectNode resourceUpdated(String uri) {
    return RpcMessage.notification(
        "notifications/resources/updated", WireJson.object().put("uri", uri));
  }

  /** A list changed: tools, prompts or resources. */
  public static ObjectNode listChanged(String list) {
    return RpcMessage.notification("notifications/" + list + "/list_changed", null);
  }

  /** The user has been on a page. */
  public static ObjectNode elicitationComplete(String id) {
    return RpcMessage.notification(
        "notifications/elicitation/complete", WireJson.object().put("elicitationId", id));
  }

  /** Creates the notification that cancels a server-to-client request. */
  public static ObjectNode cancelled(int requestId, String reason) {
    return RpcMessage.notification(
        "notifications/cancelled",
        WireJson.object().put("requestId", requestId).put("reason", reason));
  }
}
