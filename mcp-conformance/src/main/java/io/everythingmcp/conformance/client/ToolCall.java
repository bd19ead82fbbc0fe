package io.everythingmcp.conformance.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.JsonTrees;

/**
 * A tool and what it is called with.
 *
 * @param tool the name
 * @param arguments an object
 */
public record ToolCall(String tool, JsonNode arguments) {

  /** A tool, and its arguments as JSON, with single quotes if you like. */
  public static ToolCall of(String tool, String arguments) {
    return new ToolCall(tool, JsonTrees.object(arguments));
  }

  /** The call as a message. */
  public ObjectNode message(Object id) {
    ObjectNode message = JsonRpcMessages.request(id, "tools/call");
    params(message).put("name", tool).set("arguments", arguments);
    return message;
  }

  /** Returns the call as a message with a progress token. */
  public ObjectNode message(Object id, Object progressToken) {
    ObjectNode message = message(id);
    params(message).putObject("_meta").set("progressToken", JsonTrees.tree(progressToken));
    return message;
  }

  private static ObjectNode params(ObjectNode message) {
    return (ObjectNode) message.get("params");
  }
}
