package io.everythingmcp.conformance.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON-RPC messages as a client writes them. */
public final class JsonRpcMessages {
  private static final String INFO = "'clientInfo':{'name':'conformance-tests','version':'1'}";

  private JsonRpcMessages() {}

  /** A request; its params are JSON, with single quotes if you like. */
  public static ObjectNode request(Object id, String method, String params) {
    ObjectNode message = notification(method, params);
    message.set("id", JsonTrees.tree(id));
    return message;
  }

  /** A request without params. */
  public static ObjectNode request(Object id, String method) {
    return request(id, method, "{}");
  }

  /** A call of a tool. */
  public static ObjectNode call(Object id, String tool, String arguments) {
    return request(id, "tools/call", "{'name':'" + tool + "','arguments':" + arguments + "}");
  }

  /** A call of a tool that works for so long, and reports its progress at each step. */
  public static ObjectNode steps(int id, double seconds, int steps) {
    String arguments = "{'duration':" + seconds + ",'steps':" + steps + "}";
    ObjectNode call = call(id, "longRunningOperation", arguments);
    ((ObjectNode) call.get("params")).putObject("_meta").put("progressToken", "token-" + id);
    return call;
  }

  /** The handshake; the capabilities are JSON. */
  public static ObjectNode initialize(String revision, String capabilities) {
    return request(
        "init",
        "initialize",
        "{'protocolVersion':'" + revision + "','capabilities':" + capabilities + "," + INFO + "}");
  }

  /** A notification. */
  public static ObjectNode notification(String method, String params) {
    ObjectNode message = JsonTrees.object("{'jsonrpc':'2.0'}").put("method", method);
    message.set("params", JsonTrees.object(params));
    return message;
  }

  /** A notification without params. */
  public static ObjectNode notification(String method) {
    return notification(method, "{}");
  }

  /** A response to a request of the server. */
  public static ObjectNode result(JsonNode id, String result) {
    ObjectNode message = JsonTrees.object("{'jsonrpc':'2.0'}");
    message.set("id", id);
    message.set("result", JsonTrees.object(result));
    return message;
  }
}
