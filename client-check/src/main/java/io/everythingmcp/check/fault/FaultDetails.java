package io.everythingmcp.check.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON that faults read and write. */
final class FaultDetails {
  private static final ObjectMapper JSON = new ObjectMapper();

  private FaultDetails() {}

  static ObjectNode of(String name, String value) {
    return JsonNodeFactory.instance.objectNode().put(name, value);
  }

  static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }

  static String write(JsonNode json) {
    try {
      return JSON.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether a text is a JSON-RPC response. */
  static boolean isResponse(String text) {
    JsonNode message = read(text);
    return message.has("id") && (message.has("result") || message.has("error"));
  }
}
