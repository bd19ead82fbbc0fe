package io.everythingmcp.openapi.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.openapi.document.UnsupportedOperationFeature;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Keywords whose value is not a schema, and the values that they can have. */
final class KeywordRules {
  private static final Set<String> TYPES =
      Set.of("string", "number", "integer", "boolean", "object", "array", "null");

  /** What a value must be. */
  private record Rule(String expected, Predicate<JsonNode> allows) {}

  private static final Map<String, Rule> RULES = rules();

  private KeywordRules() {}

  private static Map<String, Rule> rules() {
    Map<String, Rule> rules = new HashMap<>();
    Rule any = new Rule("a value", value -> true);
    Rule number = new Rule("a number", JsonNode::isNumber);
    Rule count = new Rule("a whole number", v -> v.isNumber() && v.asDouble() >= 0);
    Rule text = new Rule("a text", JsonNode::isTextual);
    Rule flag = new Rule("true or false", JsonNode::isBoolean);
    Set.of("const", "default").forEach(keyword -> rules.put(keyword, any));
    Set.of("multipleOf", "maximum", "minimum", "exclusiveMaximum", "exclusiveMinimum")
        .forEach(keyword -> rules.put(keyword, number));
    Set.of(
            "maxLength",
            "minLength",
            "maxItems",
            "minItems",
            "maxContains",
            "minContains",
            "maxProperties",
            "minProperties")
        .forEach(keyword -> rules.put(keyword, count));
    Set.of("title", "description", "format", "contentEncoding", "contentMediaType", "pattern")
        .forEach(keyword -> rules.put(keyword, text));
    Set.of("deprecated", "uniqueItems").forEach(keyword -> rules.put(keyword, flag));
    rules.put("enum", new Rule("an array", JsonNode::isArray));
    rules.put("dependentRequired", new Rule("an object", JsonNode::isObject));
    rules.put("type", new Rule("one of " + String.join(", ", TYPES), KeywordRules::isType));
    return rules;
  }

  private static boolean isType(JsonNode value) {
    if (!value.isArray()) {
      return TYPES.contains(value.asText());
    }
    for (JsonNode type : value) {
      if (!TYPES.contains(type.asText())) {
        return false;
      }
    }
    return !value.isEmpty();
  }

  static boolean isKnown(String keyword) {
    return RULES.containsKey(keyword);
  }

  /**
   * Checks a value.
   *
   * @throws UnsupportedOperationFeature if the keyword cannot have it
   */
  static void check(String keyword, JsonNode value) {
    Rule rule = RULES.get(keyword);
    if (!rule.allows().test(value)) {
      throw new UnsupportedOperationFeature(
          "the schema keyword " + keyword + " is " + value + "; expected " + rule.expected());
    }
  }
}
