package io.everythingmcp.openapi.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Properties that a direction excludes. The schemas of {@code allOf} apply to the same object, so a
 * property that one of them marks is excluded from all.
 *
 * @param types resolves references
 * @param direction the direction
 */
record ExcludedProperties(SchemaTypes types, SchemaDirection direction) {
  /** More nested schemas of {@code allOf} are not searched; a reference may lead back. */
  private static final int DEEPEST = 20;

  /** Returns the names that a schema excludes, itself or by its {@code allOf}. */
  Set<String> of(JsonNode schema) {
    Set<String> excluded = new HashSet<>();
    for (JsonNode part : parts(schema)) {
      part.path("properties")
          .properties()
          .forEach(
              property -> {
                if (isMarked(property.getValue())) {
                  excluded.add(property.getKey());
                }
              });
    }
    return excluded;
  }

  private boolean isMarked(JsonNode property) {
    return property.path(direction.excluded()).asBoolean()
        || parts(property).stream().anyMatch(part -> part.path(direction.excluded()).asBoolean());
  }

  /** Returns whether a schema has one of the names as a property, or requires it. */
  boolean isMentioned(JsonNode schema, Set<String> names) {
    return parts(schema).stream()
        .anyMatch(
            part -> {
              Set<String> own = new HashSet<>();
              part.path("properties").fieldNames().forEachRemaining(own::add);
              part.path("required").forEach(name -> own.add(name.asText()));
              return own.stream().anyMatch(names::contains);
            });
  }

  /** Returns a schema, and those of its {@code allOf}, behind their references. */
  private List<JsonNode> parts(JsonNode schema) {
    List<JsonNode> parts = new ArrayList<>();
    collect(schema, DEEPEST, parts);
    return parts;
  }

  private void collect(JsonNode schema, int depth, List<JsonNode> parts) {
    JsonNode target = types.target(schema);
    if (depth == 0 || parts.contains(target)) {
      return;
    }
    parts.add(target);
    if (schema.has("$ref")) {
      // Keywords may be beside a reference.
      parts.add(schema);
    }
    target.path("allOf").forEach(part -> collect(part, depth - 1, parts));
  }
}
