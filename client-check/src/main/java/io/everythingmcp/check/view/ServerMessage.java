package io.everythingmcp.check.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.check.journal.RecordedEvent;
import io.everythingmcp.check.journal.RecordedExchange;

/**
 * A message of the server.
 *
 * @param exchange in whose response it came
 * @param event with which it came; null in a body
 */
public record ServerMessage(
    RecordedExchange exchange, RecordedEvent event, long at, JsonNode json) {
  public JsonNode id() {
    return json.path("id");
  }

  public String method() {
    return json.path("method").asText("");
  }

  public JsonNode params() {
    return json.path("params");
  }

  public JsonNode result() {
    return json.path("result");
  }

  public JsonNode error() {
    return json.path("error");
  }

  public int errorCode() {
    return error().path("code").asInt();
  }

  public boolean isRequest() {
    return json.has("method") && json.has("id");
  }

  public boolean isNotification() {
    return json.has("method") && !json.has("id");
  }

  public boolean isResponse() {
    return !json.has("method") && (json.has("result") || json.has("error"));
  }
}
