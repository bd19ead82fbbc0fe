package io.everythingmcp.conformance.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Values that fit a schema. */
public final class SchemaSampleValues {
  private SchemaSampleValues() {}

  /** A value for a schema: its default, its first choice, or the minimum of its type. */
  public static JsonNode of(JsonNode schema) {
    if (schema.has("const")) {
      return schema.get("const");
    }
    if (schema.has("default")) {
      return schema.get("default");
    }
    if (schema.path("enum").size() > 0) {
      return schema.get("enum").get(0);
    }
    for (String choice : new String[] {"oneOf", "anyOf"}) {
      if (schema.path(choice).size() > 0) {
        return of(schema.get(choice).get(0));
      }
    }
    return ofType(schema);
  }

  private static JsonNode ofType(JsonNode schema) {
    JsonNode type = schema.path("type");
    return switch (type.isArray() ? type.path(0).asText() : type.asText()) {
      case "string" -> TextNode.valueOf(text(schema));
      case "integer" -> JsonNodeFactory.instance.numberNode(schema.path("minimum").asInt(1));
      case "number" -> number(schema.path("minimum").asDouble(1));
      case "boolean" -> JsonNodeFactory.instance.booleanNode(true);
      case "array" -> array(schema);
      case "null" -> JsonNodeFactory.instance.nullNode();
      default -> object(schema);
    };
  }

  private static JsonNode number(double value) {
    return value == Math.rint(value)
        ? JsonNodeFactory.instance.numberNode((long) value)
        : JsonNodeFactory.instance.numberNode(value);
  }

  private static String text(JsonNode schema) {
    String sample =
        switch (schema.path("format").asText()) {
          case "email" -> "alice@example.com";
          case "uri" -> "https://example.com/";
          case "date" -> "2026-01-31";
          case "date-time" -> "2026-01-31T12:00:00Z";
          default -> "conformance";
        };
    int most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
    String fits = sample.substring(0, Math.min(sample.length(), most));
    int missing = schema.path("minLength").asInt(0) - fits.length();
    return missing > 0 ? fits + "x".repeat(missing) : fits;
  }

  private static JsonNode array(JsonNode schema) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < schema.path("minItems").asInt(0); i++) {
      array.add(of(schema.path("items")));
    }
    return array;
  }

  private static JsonNode object(JsonNode schema) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    schema
        .path("required")
        .forEach(n -> object.set(n.asText(), of(schema.path("properties").path(n.asText()))));
    return object;
  }
}
