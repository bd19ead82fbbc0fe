package io.everythingmcp.openapi.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** JSON as maps, lists, texts, numbers and booleans. */
public final class PlainValues {
  private static final ObjectMapper JSON = new ObjectMapper();

  private PlainValues() {}

  /** The value of a node; null for the JSON null. */
  public static Object of(JsonNode node) {
    return JSON.convertValue(node, Object.class);
  }

  /** The JSON of a value. */
  public static JsonNode tree(Object value) {
    return JSON.valueToTree(value);
  }
}
