package io.everythingmcp.conformance.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON as trees. */
public final class JsonTrees {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private JsonTrees() {}

  /** Reads a text; anything that is not JSON fails the test. */
  public static JsonNode read(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("This is not JSON: " + text, e);
    }
  }

  /**
   * Reads an object that a test wrote down; single quotes may be used, so that it stays readable.
   */
  public static ObjectNode object(String text) {
    return (ObjectNode) read(text.replace('\'', '"'));
  }

  /** Any value as a tree. */
  public static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }
}
