package io.everythingmcp.openapi.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keywords of OpenAPI 3.0 that have another meaning in JSON Schema 2020-12. They are also converted
 * in documents of version 3.1, which often have them still.
 *
 * @see <a href="https://spec.openapis.org/oas/v3.0.4.html#schema-object">Schema Object of 3.0</a>
 */
final class DialectKeywords {
  private DialectKeywords() {}

  /** Returns whether a keyword has a value that only OpenAPI 3.0 defines. */
  static boolean isOfDialect(String keyword, JsonNode value) {
    return value.isBoolean() && keyword.startsWith("exclusiveM");
  }

  static void convert(JsonNode schema, Map<String, Object> converted) {
    exclusive(schema, "exclusiveMinimum", "minimum", converted);
    exclusive(schema, "exclusiveMaximum", "maximum", converted);
    if (!schema.path("nullable").asBoolean()) {
      return;
    }
    if (!schema.has("type")) {
      // Documents have it beside a reference, where only a later version of 3.0 excludes it.
      Map<String, Object> other = new LinkedHashMap<>(converted);
      converted.clear();
      converted.put("anyOf", List.of(other, Map.of("type", "null")));
    } else if (schema.path("type").isTextual()) {
      converted.put("type", List.of(schema.get("type").asText(), "null"));
      if (converted.get("enum") instanceof List<?> values && !values.contains(null)) {
        List<Object> withNull = new ArrayList<>(values);
        withNull.add(null);
        converted.put("enum", withNull);
      }
    }
  }

  /** A boolean beside the limit becomes the limit. */
  private static void exclusive(
      JsonNode schema, String exclusive, String limit, Map<String, Object> converted) {
    if (schema.path(exclusive).isBoolean()) {
      if (schema.path(exclusive).asBoolean() && schema.has(limit)) {
        converted.remove(limit);
        converted.put(exclusive, PlainValues.of(schema.get(limit)));
      }
    }
  }
}
