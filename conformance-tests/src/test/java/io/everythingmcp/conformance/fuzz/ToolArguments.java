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

  static ObjectNode of(JsonNode schema, SeededRandom dice) {
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
                      : value(property.getValue(), dice));
            });
    return arguments;
  }

  private static JsonNode value(JsonNode schema, SeededRandom dice) {
    if (schema.has("enum")) {
      return schema.get("enum").get(dice.below(schema.get("enum").size()));
    }
    return switch (schema.path("type").asText()) {
      case "integer", "number" -> JsonNodeFactory.instance.numberNode(1 + dice.below(5));
      case "boolean" -> JsonNodeFactory.instance.booleanNode(dice.percent(50));
      case "object" -> of(schema, dice);
      default -> JsonNodeFactory.instance.textNode(dice.of("a", "word", "eu-west", "zürich"));
    };
  }
}
