package io.everythingmcp.conformance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.JsonTrees;
import java.util.Map;

/** Arguments of a tool, generated from its schema; values that would make it wait are small. */
final class ToolArguments {
  private static final Map<String, String> SHORT =
      Map.of("duration", "0.01", "seconds", "0.01", "steps", "2");

  private ToolArguments() {}

  static ObjectNode of(JsonNode schema, SeededRandom seededRandom) {
    ObjectNode arguments = JsonNodeFactory.instance.objectNode();
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> {
              String name = property.getKey();
              arguments.set(
                  name,
                  SHORT.containsKey(name)
                      ? JsonTrees.read(SHORT.get(name))
                      : value(property.getValue(), seededRandom));
            });
    return arguments;
  }

  private static JsonNode value(JsonNode schema, SeededRandom seededRandom) {
    if (schema.has("enum")) {
      return schema.get("enum").get(seededRandom.below(schema.get("enum").size()));
    }
    return switch (schema.path("type").asText()) {
      case "integer", "number" -> JsonNodeFactory.instance.numberNode(1 + seededRandom.below(5));
      case "boolean" -> JsonNodeFactory.instance.booleanNode(seededRandom.percent(50));
      case "object" -> of(schema, seededRandom);
      default ->
          JsonNodeFactory.instance.textNode(seededRandom.of("a", "word", "eu-west", "zürich"));
    };
  }
}
