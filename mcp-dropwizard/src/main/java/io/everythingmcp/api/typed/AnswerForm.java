package io.everythingmcp.api.typed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.server.wire.WireJson;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The form of a question: a flat object of fields that are strings, numbers, booleans or choices.
 *
 * @param <T> the type of the answer
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/client/elicitation#requested-schema">Requested
 *     schema</a>
 */
final class AnswerForm<T> {
  private static final Set<String> FORMATS = Set.of("email", "uri", "date", "date-time");
  private static final Map<String, Set<String>> KEYWORDS =
      Map.of(
          "string", Set.of("minLength", "maxLength", "format", "enum"),
          "number", Set.of("minimum", "maximum"),
          "integer", Set.of("minimum", "maximum"),
          "boolean", Set.of(),
          "array", Set.of("items", "minItems", "maxItems"));
  private static final Set<String> COMMON = Set.of("type", "title", "description", "default");

  private final String key;
  private final Class<T> type;
  private final Map<String, Object> schema;

  private AnswerForm(String key, Class<T> type, Map<String, Object> schema) {
    this.key = key;
    this.type = type;
    this.schema = schema;
  }

  /**
   * The form of a type.
   *
   * @throws IllegalArgumentException if a form cannot have a field of such a type
   */
  static <T> AnswerForm<T> of(String key, Class<T> type) {
    TypeToolkit toolkit = TypeToolkit.shared();
    toolkit.rules().problem(type, true).ifPresent(problem -> refuse(key, problem));
    ObjectNode form = WireJson.object().put("type", "object");
    ObjectNode properties = form.putObject("properties");
    if (type.isRecord()) {
      JsonNode whole = WireJson.tree(toolkit.argumentSchema(type));
      whole
          .path("properties")
          .properties()
          .forEach(
              field ->
                  properties.set(field.getKey(), field(key, field.getKey(), field.getValue())));
      form.set("required", whole.get("required"));
    } else {
      List<Type> one = List.of(type);
      properties.set(key, field(key, key, toolkit.argumentSchemas(one, WireJson.object()).get(0)));
      form.putArray("required").add(key);
    }
    if (!form.path("required").isArray()) {
      form.remove("required");
    }
    return new AnswerForm<>(key, type, WireJson.map(form));
  }

  private static void refuse(String key, String problem) {
    throw new IllegalArgumentException("The question \"" + key + "\" cannot be a form: " + problem);
  }

  private static ObjectNode field(String key, String name, JsonNode schema) {
    String kind = schema.path("type").asText();
    boolean choices =
        !kind.equals("array")
            || (schema.at("/items/type").asText().equals("string")
                && schema.at("/items").has("enum"));
    if (!KEYWORDS.containsKey(kind) || !choices) {
      refuse(
          key,
          "its field \""
              + name
              + "\" is neither a string, a number, a boolean, an enumeration nor a list of"
              + " enumerations");
    }
    ObjectNode field = WireJson.object();
    schema
        .properties()
        .forEach(
            keyword -> {
              if (COMMON.contains(keyword.getKey())
                  || KEYWORDS.get(kind).contains(keyword.getKey())) {
                field.set(keyword.getKey(), keyword.getValue());
              }
            });
    if (!FORMATS.contains(field.path("format").asText())) {
      field.remove("format");
    }
    return field;
  }

  Map<String, Object> schema() {
    return schema;
  }

  /**
   * The answer as a value.
   *
   * @throws InvalidArgumentException if it is none
   */
  T answer(Map<String, Object> content) throws InvalidArgumentException {
    TypeToolkit toolkit = TypeToolkit.shared();
    Object json = type.isRecord() ? content : content.get(key);
    if (json == null) {
      throw new InvalidArgumentException("/" + key + ": is missing");
    }
    Object value = toolkit.converter().convert(type.isRecord() ? "" : "/" + key, json, type);
    toolkit.constraints().check(value);
    @SuppressWarnings("unchecked")
    T answer = (T) value;
    return answer;
  }
}
