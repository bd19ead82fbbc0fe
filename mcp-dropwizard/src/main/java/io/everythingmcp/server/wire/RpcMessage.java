package io.everythingmcp.server.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Received JSON-RPC message with a validated structure. The method and its parameters are not
 * interpreted.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic#messages">Messages</a>
 */
public sealed interface RpcMessage {
  /** Maximum length of an id or progress token in UTF-16 units: each response repeats it. */
  int LONGEST_ID = 1_024;

  /** A request. The id is a string or an integer and is returned with the same JSON type. */
  record Request(JsonNode id, String method, JsonNode params) implements RpcMessage {}

  /** A notification, which has no response. */
  record Notification(String method, JsonNode params) implements RpcMessage {}

  /**
   * Response to a request of the server: exactly one of result and error is present. The id is null
   * if the client sends none, and then it matches no request.
   */
  record Response(JsonNode id, JsonNode result, JsonNode error) implements RpcMessage {
    /** Whether the other side refused or failed. */
    public boolean failed() {
      return error != null;
    }
  }

  /** Several messages in one array, which only revision 2025-03-26 allows. */
  record Batch(List<RpcMessage> messages) implements RpcMessage {}

  /**
   * Invalid message.
   *
   * @param id the id of a request; null if none could be read, and for other messages
   * @param error what is wrong
   * @param requiresResponse whether the error may be sent; false for an invalid notification or
   *     response
   */
  record Invalid(JsonNode id, RpcError error, boolean requiresResponse) implements RpcMessage {
    /** Creates the error for a message whose kind could not be determined. */
    public static Invalid unreadable(RpcError error) {
      return new Invalid(null, error, true);
    }

    private static Invalid of(JsonNode tree, RpcError error) {
      JsonNode id = tree.get("id");
      boolean requiresResponse = !quiet(tree);
      return new Invalid(
          requiresResponse && isId(id) && Utf8Validator.paired(id) ? id : null,
          error,
          requiresResponse);
    }

    private static boolean quiet(JsonNode tree) {
      boolean notification = tree.has("method") && !tree.has("id");
      return notification || tree.has("result") || tree.has("error");
    }
  }

  /**
   * Returns whether the message requires a response: never for a notification or a response, valid
   * or not (JSON-RPC 2.0, sections 4.1 and 5), nor for a batch of these only (section 6).
   */
  default boolean requiresResponse() {
    if (this instanceof Batch batch) {
      return batch.messages().stream().anyMatch(RpcMessage::requiresResponse);
    }
    return this instanceof Request
        || (this instanceof Invalid invalid && invalid.requiresResponse());
  }

  /** Parses a message. Never throws: an unreadable message becomes {@link Invalid}. */
  static RpcMessage parse(byte[] utf8) {
    if (!Utf8Validator.canBeJson(utf8)) {
      return unreadable("the body is not JSON in UTF-8");
    }
    JsonNode tree;
    try {
      tree = WireJson.readForeign(utf8);
    } catch (StreamConstraintsException e) {
      boolean depth = String.valueOf(e.getOriginalMessage()).contains("depth");
      return unreadable(
          depth
              ? "the JSON is nested deeper than " + WireJson.MAX_DEPTH + " levels"
              : "the JSON has a number or a name that is too long");
    } catch (JsonProcessingException e) {
      return unreadable("the body is not JSON: " + where(e));
    } catch (IOException e) {
      return unreadable("the body could not be read");
    }
    if (tree == null || tree instanceof MissingNode) {
      return unreadable("the body is empty; a JSON-RPC message was expected");
    }
    if (!WireJson.finite(utf8, tree)) {
      return Invalid.of(tree, RpcError.parse("the JSON has a number that is too large"));
    }
    if (!Utf8Validator.paired(utf8, tree)) {
      return Invalid.of(tree, RpcError.parse("the JSON has half of an escaped surrogate pair"));
    }
    return tree.isArray() ? batch(tree) : of(tree);
  }

  private static Invalid unreadable(String detail) {
    return Invalid.unreadable(RpcError.parse(detail));
  }

  /** A tree as a message. */
  static RpcMessage of(JsonNode tree) {
    if (!(tree instanceof ObjectNode)) {
      return invalid(tree, "a JSON-RPC message is an object");
    }
    if (!"2.0".equals(tree.path("jsonrpc").textValue())) {
      return invalid(tree, "\"jsonrpc\" must be \"2.0\"");
    }
    JsonNode id = tree.get("id");
    JsonNode method = tree.get("method");
    if (method == null && id != null && id.isNull()) {
      return response(tree, null);
    }
    if (id != null && !isId(id)) {
      return invalid(
          tree, "\"id\" must be an integer or a string of at most " + LONGEST_ID + " characters");
    }
    return method == null ? response(tree, id) : call(tree, id, method);
  }

  private static Invalid invalid(JsonNode tree, String detail) {
    return Invalid.of(tree, RpcError.invalidRequest(detail));
  }

  private static RpcMessage call(JsonNode tree, JsonNode id, JsonNode method) {
    if (!method.isTextual()) {
      return invalid(tree, "\"method\" must be a string");
    }
    if (tree.has("result") || tree.has("error")) {
      return invalid(tree, "a message has either \"method\" or a result, not both");
    }
    JsonNode params = tree.path("params");
    if (!params.isMissingNode() && !params.isNull() && !params.isObject()) {
      return invalid(tree, "\"params\" must be an object");
    }
    ObjectNode given = params instanceof ObjectNode object ? object : WireJson.object();
    NullMembers.removeFrom(given);
    if (!fits(given.path("_meta").path("progressToken"))) {
      return invalid(tree, "\"progressToken\" must have at most " + LONGEST_ID + " characters");
    }
    return id == null
        ? new Notification(method.textValue(), given)
        : new Request(id, method.textValue(), given);
  }

  /** The id is null if the client could not read the id of the message to which it responds. */
  private static RpcMessage response(JsonNode tree, JsonNode id) {
    JsonNode result = tree.get("result");
    JsonNode error = tree.get("error");
    if ((result == null) == (error == null)) {
      return invalid(
          tree, "a message has a \"method\", or exactly one of \"result\" and \"error\"");
    }
    if (result != null && !result.isObject()) {
      return invalid(tree, "a result is an object");
    }
    if (error != null
        && !(error.path("code").isIntegralNumber() && error.path("message").isTextual())) {
      return invalid(tree, "an error has an integer \"code\" and a \"message\"");
    }
    return new Response(id, result, error);
  }

  private static RpcMessage batch(JsonNode array) {
    if (array.isEmpty()) {
      return Invalid.unreadable(RpcError.invalidRequest("a batch must not be empty"));
    }
    List<RpcMessage> messages = new ArrayList<>(array.size());
    array.forEach(element -> messages.add(of(element)));
    return new Batch(List.copyOf(messages));
  }

  private static boolean isId(JsonNode id) {
    return id != null && (id.isTextual() || id.isIntegralNumber()) && fits(id);
  }

  private static boolean fits(JsonNode token) {
    return !token.isTextual() || token.textValue().length() <= LONGEST_ID;
  }

  private static String where(JsonProcessingException e) {
    String twice = String.valueOf(e.getOriginalMessage());
    if (twice.startsWith("Duplicate field")) {
      return "a field appears twice in one object";
    }
    return e.getLocation() == null
        ? "unexpected content"
        : "unexpected content at line "
            + e.getLocation().getLineNr()
            + ", column "
            + e.getLocation().getColumnNr();
  }

  /** A request of ours, ready to be sent. */
  static ObjectNode request(int id, String method, JsonNode params) {
    ObjectNode message = notification(method, params);
    return message.put("id", id);
  }

  /** A notification, ready to be sent. */
  static ObjectNode notification(String method, JsonNode params) {
    ObjectNode message = WireJson.object().put("jsonrpc", "2.0").put("method", method);
    if (params != null) {
      message.set("params", params);
    }
    return message;
  }

  /** Creates a response with a result. */
  static ObjectNode result(JsonNode id, JsonNode result) {
    ObjectNode message = WireJson.object().put("jsonrpc", "2.0");
    message.set("id", id);
    message.set("result", result);
    return message;
  }

  /** Creates a response, as bytes, from a serialised result. */
  static byte[] resultBytes(JsonNode id, byte[] result) {
    String written = id.isTextual() ? WireJson.text(id) : id.asText();
    byte[] head =
        ("{\"jsonrpc\":\"2.0\",\"id\":" + written + ",\"result\":")
            .getBytes(StandardCharsets.UTF_8);
    byte[] message = Arrays.copyOf(head, head.length + result.length + 1);
    System.arraycopy(result, 0, message, head.length, result.length);
    message[message.length - 1] = '}';
    return message;
  }

  /**
   * Creates a response with an error; without an id if none could be read, never with a null one.
   */
  static ObjectNode error(JsonNode id, RpcError error) {
    ObjectNode message = WireJson.object().put("jsonrpc", "2.0");
    if (id != null) {
      message.set("id", id);
    }
    message.set("error", WireJson.tree(error));
    return message;
  }
}
