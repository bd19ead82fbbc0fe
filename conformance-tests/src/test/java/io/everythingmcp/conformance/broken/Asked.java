package io.everythingmcp.conformance.broken;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.JsonTrees;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A request on its way to the server; faults may change it. */
final class Asked {
  final String verb;
  final int instance;
  final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  String path;
  String body;

  Asked(String verb, String path, int instance, String body) {
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

  /** The message; a missing node if there is none, or too much of it. */
  JsonNode json() {
    try {
      return body.length() > 100_000 || body.isBlank()
          ? MissingNode.getInstance()
          : JsonTrees.read(body);
    } catch (AssertionError notJson) {
      return MissingNode.getInstance();
    }
  }

  /** Something in the message. */
  JsonNode at(String pointer) {
    return json().at(pointer);
  }

  /** Whether it is a request of this method. */
  boolean is(String method) {
    return at("/method").asText().equals(method);
  }

  /** Whether it calls this tool. */
  boolean calls(String tool) {
    return is("tools/call") && at("/params/name").asText().equals(tool);
  }

  /** The progress token as text; empty if there is none. */
  String token() {
    return at("/params/_meta/progressToken").asText();
  }

  /** Whether it is of revision 2026-07-28. */
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
