package io.everythingmcp.conformance.broken;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.JsonTrees;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Request to the server, which faults may change. */
final class InterceptedRequest {
  final String verb;
  final int instance;
  final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  String path;
  String body;

  InterceptedRequest(String verb, String path, int instance, String body) {
    this.verb = verb;
    this.path = path;
    this.instance = instance;
    this.body = body;
  }

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  boolean has(String name) {
    return headers.containsKey(name);
  }

  /** Returns the message; a missing node if the body is not one JSON value. */
  JsonNode json() {
    try {
      return body.length() > 100_000 || body.isBlank()
          ? MissingNode.getInstance()
          : JsonTrees.read(body);
    } catch (AssertionError notJson) {
      return MissingNode.getInstance();
    }
  }

  /** Returns the node at a JSON pointer of the message. */
  JsonNode at(String pointer) {
    return json().at(pointer);
  }

  /** Returns whether the request has this method. */
  boolean is(String method) {
    return at("/method").asText().equals(method);
  }

  /** Returns whether the request calls this tool. */
  boolean calls(String tool) {
    return is("tools/call") && at("/params/name").asText().equals(tool);
  }

  /** Returns the progress token as text; empty if there is none. */
  String token() {
    return at("/params/_meta/progressToken").asText();
  }

  /** Returns whether the request has revision 2026-07-28. */
  boolean stateless() {
    return has("Mcp-Method") || body.contains("io.modelcontextprotocol/protocolVersion");
  }

  String session() {
    return header("Mcp-Session-Id");
  }

  /** Changes the message. */
  void change(Consumer<ObjectNode> change) {
    ObjectNode message = (ObjectNode) json();
    change.accept(message);
    body = message.toString();
  }
}
