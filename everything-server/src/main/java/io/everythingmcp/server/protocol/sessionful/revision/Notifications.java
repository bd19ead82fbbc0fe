package io.everythingmcp.server.protocol.sessionful.revision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.server.feature.LogLevel;
import io.everythingmcp.server.wire.Json;
import io.everythingmcp.server.wire.RpcMessage;

/** The notifications this era sends, as the newest of its revisions wants them. */
public final class Notifications {
  private Notifications() {}

  public static ObjectNode log(LogLevel level, String logger, Object data) {
    ObjectNode params = Json.object().put("level", level.word());
    if (logger != null) {
      params.put("logger", logger);
    }
    params.set("data", Json.tree(data));
    return RpcMessage.notification("notifications/message", params);
  }

  public static ObjectNode progress(JsonNode token, double done, Double total, String message) {
    ObjectNode params = Json.object();
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
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      params.put(field, (long) value);
    } else {
      params.put(field, value);
    }
  }

  public static ObjectNode resourceUpdated(String uri) {
    return RpcMessage.notification(
        "notifications/resources/updated", Json.object().put("uri", uri));
  }

  public static ObjectNode listChanged(String list) {
    return RpcMessage.notification("notifications/" + list + "/list_changed", null);
  }

  public static ObjectNode elicitationComplete(String id) {
    return RpcMessage.notification(
        "notifications/elicitation/complete", Json.object().put("elicitationId", id));
  }

  public static ObjectNode cancelled(String requestId, String reason) {
    return RpcMessage.notification(
        "notifications/cancelled", Json.object().put("requestId", requestId).put("reason", reason));
  }
}
