package io.everythingmcp.conformance.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SseEvent;
import io.everythingmcp.conformance.harness.SseStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The response to a message.
 *
 * @param response the HTTP response
 * @param message the JSON-RPC response; a missing node if there was none
 * @param before the messages on the stream before the response
 */
public record McpResponse(RawResponse response, JsonNode message, List<JsonNode> before) {

  /**
   * Reads the HTTP response up to the JSON-RPC response; requests of the server are passed to the
   * consumer.
   */
  public static McpResponse of(RawResponse response, Consumer<JsonNode> serverRequests) {
    if (!response.isStream()) {
      return new McpResponse(response, body(response), List.of());
    }
    List<JsonNode> before = new ArrayList<>();
    SseStream stream = response.events();
    while (true) {
      SseEvent event = stream.nextOrEnd();
      if (event == null) {
        return new McpResponse(response, MissingNode.getInstance(), before);
      }
      if (event.comment() == null && event.hasMessage()) {
        JsonNode message = event.json();
        if (message.has("result") || message.has("error")) {
          return new McpResponse(response, message, before);
        }
        before.add(message);
        if (message.has("id")) {
          serverRequests.accept(message);
        }
      }
    }
  }

  private static JsonNode body(RawResponse response) {
    String text = response.text();
    try {
      return text.isBlank() ? MissingNode.getInstance() : JsonTrees.read(text);
    } catch (AssertionError notJson) {
      return MissingNode.getInstance();
    }
  }

  public int status() {
    return response.status();
  }

  public JsonNode result() {
    return message.path("result");
  }

  public boolean hasResult() {
    return message.has("result");
  }

  /** Returns the code of the error; 0 without one. */
  public int code() {
    return message.path("error").path("code").asInt(0);
  }

  /** Returns whether a tool result has {@code isError}. */
  public boolean toolFailed() {
    return result().path("isError").asBoolean();
  }

  /** Returns the messages with this method before the response. */
  public List<JsonNode> before(String method) {
    return before.stream().filter(m -> m.path("method").asText().equals(method)).toList();
  }

  /** Returns whether it was rejected: a status of 4xx, or an error. */
  public boolean refused() {
    return status() / 100 == 4 || message.has("error");
  }

  @Override
  public String toString() {
    String text = message.isMissingNode() ? "without a JSON-RPC message" : message.toString();
    return "HTTP " + status() + " " + (text.length() < 300 ? text : text.substring(0, 300) + "...");
  }
}
