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
 * Form of an elicitation: a flat object of fields that are strings, numbers, booleans or choices.
 *
 * @param <T> the type of the response
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/client/elicitation#requested-schema">Requested
 *     schema</a>
 */
final class TypedForm<T> {
  /** The fields of each type: a form is made at each call, its fields once. */
  private static final ClassValue<FormFields> FIELDS =
      new ClassValue<>() {
        @Override
        protected FormFields computeValue(Class<?> type) {
          return FormFields.of(type);
        }
      };

  private final String key;
  private final Class<T> type;
  private final Map<String, Object> schema;

  private TypedForm(String key, Class<T> type, Map<String, Object> schema) {
    this.key = key;
    this.type = type;
    this.schema = schema;
  }

  /**
   * The form of a type.
   *
   * @throws IllegalArgumentException if a form cannot have a field of such a type
   */
  static <T> TypedForm<T> of(String key, Class<T> type) {
    FormFields fields = FIELDS.get(type);
    fields
        .problem()
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException(
                  "Input request \"" + key + "\" has no valid form: " + problem);
            });
    return new TypedForm<>(key, type, fields.schema(key));
  }

  Map<String, Object> schema() {
    return schema;
  }

  /**
   * Converts the content of a form elicitation.
   *
   * @throws InvalidArgumentException if the content is invalid
   */
  T convert(Map<String, Object> content) throws InvalidArgumentException {
    TypeToolkit toolkit = TypeToolkit.shared();
    Object json = type.isRecord() ? content : content.get(key);
    if (json == null) {
      throw new InvalidArgumentException("/" + key + ": is missing");
    }
    Object value = toolkit.converter().convertPresent(type.isRecord() ? "" : "/" + key, json, type);
    toolkit.constraints().check(value);
    @SuppressWarnings("unchecked")
    T response = (T) value;
    return response;
  }

  /**
   * Fields of a form for a type: those of a record, or a single field with the key of the input
   * request as its name.
   *
   * @param problem reason why a form cannot have these fields; empty if it can
   * @param record whether the type is a record
   * @param content {@code properties} and {@code required} of a record, or the schema of the field
   */
  private record FormFields(Optional<String> problem, boolean record, ObjectNode content) {
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
        JsonNode schema = resolved(property.getValue(), whole);
        if (!isField(schema)) {
          return new FormFields(
              Optional.of("its field \"" + property.getKey() + "\" has " + wrong()),
              true,
              WireJson.object());
        }
        properties.set(property.getKey(), field(schema));
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

    /** A type that is used twice is a reference in the schema of the record; a form has none. */
    private static JsonNode resolved(JsonNode schema, JsonNode whole) {
      if (!(schema instanceof ObjectNode object)) {
        return schema;
      }
      ObjectNode resolved = WireJson.object();
      if (object.path("$ref").asText().startsWith("#/")
          && whole.at(object.get("$ref").asText().substring(1)) instanceof ObjectNode target) {
        resolved.setAll(target);
      }
      resolved.setAll(object);
      resolved.remove("$ref");
      if (resolved.has("items")) {
        resolved.set("items", resolved(resolved.get("items"), whole));
      }
      return resolved;
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
      Set<String> allowed = KEYWORDS.getOrDefault(schema.path("type").asText(), Set.of());
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

    /** Returns the {@code requestedSchema} of an elicitation. */
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
}
