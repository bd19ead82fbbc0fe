package io.everythingmcp.openapi.schema;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.openapi.document.JsonPointers;
import io.everythingmcp.openapi.document.OpenApiDocument;
import io.everythingmcp.openapi.document.UnsupportedOperationFeature;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Converts schemas for one tool. References become references to {@code $defs}, which also makes
 * recursive schemas possible; only definitions that are used are included.
 */
public final class SchemaConverter {
  private static final Set<String> WITH_SCHEMA =
      Set.of(
          "not",
          "if",
          "then",
          "else",
          "items",
          "contains",
          "additionalProperties",
          "propertyNames",
          "unevaluatedItems",
          "unevaluatedProperties",
          "contentSchema");
  private static final Set<String> WITH_SCHEMAS = Set.of("allOf", "anyOf", "oneOf", "prefixItems");
  private static final Set<String> WITH_NAMED_SCHEMAS =
      Set.of("properties", "patternProperties", "dependentSchemas");

  private final OpenApiDocument document;
  private final SchemaDirection direction;
  private final ExcludedProperties exclusion;

  /** Schemas that are being inserted instead of a reference, so that none contains itself. */
  private Set<JsonNode> inserted = Collections.newSetFromMap(new IdentityHashMap<>());

  private final Map<JsonPointer, String> names = new LinkedHashMap<>();
  private final Map<String, Object> definitions = new LinkedHashMap<>();

  public SchemaConverter(OpenApiDocument document, SchemaDirection direction) {
    this.document = document;
    this.direction = direction;
    this.exclusion = new ExcludedProperties(new SchemaTypes(document), direction);
  }

  /** Converts a schema; the result may refer to {@link #definitions}. */
  public Object convert(JsonNode schema) {
    return convert(schema, Set.of());
  }

  /**
   * Converts a schema.
   *
   * @param others properties that other schemas of the same object exclude
   */
  private Object convert(JsonNode schema, Set<String> others) {
    if (!schema.isObject()) {
      return schema.asBoolean(true) ? Map.of() : Map.of("not", Map.of());
    }
    Map<String, Object> converted = new LinkedHashMap<>();
    Set<String> excluded = new HashSet<>(exclusion.of(schema));
    excluded.addAll(others);
    schema.properties().forEach(f -> keyword(f.getKey(), f.getValue(), excluded, converted));
    DialectKeywords.convert(schema, converted);
    return converted;
  }

  /** Converts a schema whose root is not a reference; its {@code $defs} are included. */
  public Map<String, Object> convertRoot(JsonNode schema) {
    Object converted = convert(new SchemaTypes(document).target(schema));
    Map<String, Object> root = new LinkedHashMap<>();
    if (converted instanceof Map<?, ?> keywords) {
      keywords.forEach((key, value) -> root.put((String) key, value));
    }
    addDefinitions(root);
    return root;
  }

  /** Adds {@code $defs} where a schema has references. */
  public void addDefinitions(Map<String, Object> root) {
    if (!definitions.isEmpty()) {
      root.put("$defs", definitions);
    }
  }

  private void keyword(
      String keyword, JsonNode value, Set<String> excluded, Map<String, Object> converted) {
    if (keyword.equals("$ref")) {
      converted.put("$ref", "#/$defs/" + definition(value.asText()));
    } else if (keyword.equals("$dynamicRef")) {
      throw new UnsupportedOperationFeature(
          "the schema keyword $dynamicRef is not supported; expected $ref");
    } else if (WITH_SCHEMA.contains(keyword) && (value.isObject() || value.isBoolean())) {
      converted.put(keyword, value.isObject() ? convert(value) : (Object) value.asBoolean());
    } else if (WITH_SCHEMAS.contains(keyword) && value.isArray()) {
      List<Object> schemas = new ArrayList<>();
      value.forEach(
          schema ->
              schemas.add(keyword.equals("allOf") ? part(schema, excluded) : convert(schema)));
      converted.put(keyword, schemas);
    } else if (WITH_NAMED_SCHEMAS.contains(keyword) && value.isObject()) {
      converted.put(keyword, named(value, excluded));
    } else if (keyword.equals("required") && value.isArray()) {
      required(value, excluded, converted);
    } else if (KeywordRules.isKnown(keyword) && !DialectKeywords.isOfDialect(keyword, value)) {
      KeywordRules.check(keyword, value);
      boolean left =
          switch (keyword) {
            case "pattern" -> !SchemaTypes.isPattern(value);
            case "format" -> !direction.hasFormats();
            default -> false;
          };
      if (!left) {
        converted.put(keyword, PlainValues.of(value));
      }
    }
  }

  private Map<String, Object> named(JsonNode schemas, Set<String> excluded) {
    Map<String, Object> converted = new LinkedHashMap<>();
    schemas
        .properties()
        .forEach(
            field -> {
              if (!excluded.contains(field.getKey())) {
                converted.put(field.getKey(), convert(field.getValue()));
              }
            });
    return converted;
  }

  private static void required(
      JsonNode names, Set<String> excluded, Map<String, Object> converted) {
    List<Object> kept = new ArrayList<>();
    names.forEach(
        name -> {
          if (!excluded.contains(name.asText())) {
            kept.add(name.asText());
          }
        });
    if (!kept.isEmpty()) {
      converted.put("required", kept);
    }
  }

  /**
   * Converts a schema of {@code allOf}. A definition is used at several places, so a reference to
   * one with a property that is excluded here is replaced by its schema.
   */
  private Object part(JsonNode schema, Set<String> excluded) {
    if (!schema.path("$ref").isTextual()) {
      return convert(schema, excluded);
    }
    JsonNode target = new SchemaTypes(document).target(schema);
    Set<String> further = new HashSet<>(excluded);
    further.removeAll(exclusion.of(target));
    if (!exclusion.isMentioned(target, further) || !inserted.add(target)) {
      return convert(schema);
    }
    try {
      if (schema.size() == 1) {
        return convert(target, excluded);
      }
      ObjectNode beside = schema.deepCopy();
      beside.remove("$ref");
      return Map.of("allOf", List.of(convert(target, excluded), convert(beside, excluded)));
    } finally {
      inserted.remove(target);
    }
  }

  private String definition(String reference) {
    JsonPointer pointer = JsonPointers.ofReference(reference);
    String known = names.get(pointer);
    if (known != null) {
      return known;
    }
    JsonNode target = document.at(pointer);
    String wanted = JsonPointers.name(pointer).replaceAll("[^A-Za-z0-9_.-]", "_");
    String name = wanted;
    for (int number = 2; definitions.containsKey(name); number++) {
      name = wanted + "_" + number;
    }
    names.put(pointer, name);
    definitions.put(name, Map.of());
    // A definition is the same wherever it is referred to first.
    Set<JsonNode> insertedAround = inserted;
    inserted = Collections.newSetFromMap(new IdentityHashMap<>());
    definitions.put(name, convert(target));
    inserted = insertedAround;
    return name;
  }
}
