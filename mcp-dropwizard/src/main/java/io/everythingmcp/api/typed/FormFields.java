package io.everythingmcp.api.typed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.server.wire.WireJson;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of a form for a type: those of a record, or a single one, which has the key of its
 * question as its name.
 *
 * @param problem why a form cannot have these fields; empty where it can
 * @param record whether the type is a record
 * @param content {@code properties} and {@code required} of a record, or the schema of the field
 */
record FormFields(Optional<String> problem, boolean record, ObjectNode content) {
  private static final Set<String> FORMATS = Set.of("email", "uri", "date", "date-time");
  private static final Map<String, Set<String>> KEYWORDS =
      Map.of(
          "string", Set.of("minLength", "maxLength", "format", "enum"),
          "number", Set.of("minimum", "maximum"),
          "integer", Set.of("minimum", "maximum"),
          "boolean", Set.of(),
          "array", Set.of("items", "minItems", "maxItems"));
  private static final Set<String> COMMON = Set.of("type", "title", "description", "default");

  static FormFields of(Class<?> type) {
    TypeToolkit toolkit = TypeToolkit.shared();
    Optional<String> problem = toolkit.rules().problem(type, true);
    if (problem.isPresent()) {
      return new FormFields(problem, false, WireJson.object());
    }
    if (!type.isRecord()) {
      List<Type> one = List.of(type);
      ObjectNode schema = toolkit.argumentSchemas(one, WireJson.object()).get(0);
      return isField(schema)
          ? new FormFields(Optional.empty(), false, field(schema))
          : new FormFields(Optional.of("it has " + wrong()), false, WireJson.object());
    }
    JsonNode whole = WireJson.tree(toolkit.argumentSchema(type));
    ObjectNode content = WireJson.object();
    ObjectNode properties = content.putObject("properties");
    for (Map.Entry<String, JsonNode> property : whole.path("properties").properties()) {
      if (!isField(property.getValue())) {
        return new FormFields(
            Optional.of("its field \"" + property.getKey() + "\" has " + wrong()),
            true,
            WireJson.object());
      }
      properties.set(property.getKey(), field(property.getValue()));
    }
    if (whole.path("required").isArray()) {
      content.set("required", whole.get("required"));
    }
    return new FormFields(Optional.empty(), true, content);
  }

  private static String wrong() {
    return "a type that is neither a string, a number, a boolean, an enumeration nor a list of"
        + " enumerations";
  }

  private static boolean isField(JsonNode schema) {
    String kind = schema.path("type").asText();
    boolean choices =
        !kind.equals("array")
            || (schema.at("/items/type").asText().equals("string")
                && schema.at("/items").has("enum"));
    return KEYWORDS.containsKey(kind) && choices;
  }

  private static ObjectNode field(JsonNode schema) {
    Set<String> allowed = KEYWORDS.get(schema.path("type").asText());
    ObjectNode field = WireJson.object();
    schema
        .properties()
        .forEach(
            keyword -> {
              if (COMMON.contains(keyword.getKey()) || allowed.contains(keyword.getKey())) {
                field.set(keyword.getKey(), keyword.getValue());
              }
            });
    if (!FORMATS.contains(field.path("format").asText())) {
      field.remove("format");
    }
    return field;
  }

  /** The requested schema of a question. */
  Map<String, Object> schema(String key) {
    ObjectNode form = WireJson.object().put("type", "object");
    if (record) {
      form.setAll(content);
    } else {
      form.putObject("properties").set(key, content);
      form.putArray("required").add(key);
    }
    return WireJson.map(form);
  }
}
