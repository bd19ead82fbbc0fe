package io.everythingmcp.api.support;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builder for JSON Schema objects: {@code arguments().required("message", string("Message to
 * echo")).schema()}. Not thread-safe.
 *
 * @see <a href="https://json-schema.org/draft/2020-12">JSON Schema 2020-12</a>
 */
public final class SchemaBuilder {
  private final boolean open;
  private final Map<String, Object> properties = new LinkedHashMap<>();
  private final List<String> required = new ArrayList<>();

  private SchemaBuilder(boolean open) {
    this.open = open;
  }

  /**
   * Creates a builder for the arguments of a tool. The schema rejects unknown arguments.
   *
   * @return the builder
   */
  public static SchemaBuilder arguments() {
    return new SchemaBuilder(false);
  }

  /**
   * Creates a builder for an object that allows further properties: a result or a form.
   *
   * @return the builder
   */
  public static SchemaBuilder object() {
    return new SchemaBuilder(true);
  }

  /** {@return the schema of a tool without arguments} */
  public static Map<String, Object> noArguments() {
    return arguments().schema();
  }

  /**
   * Creates the schema of an array.
   *
   * @param item schema of its items
   * @return the schema
   */
  public static Map<String, Object> arrayOf(Map<String, Object> item) {
    return SchemaProperty.of("array", null).with("items", item).schema();
  }

  /**
   * Creates a string property.
   *
   * @param description description, or null
   * @return the property
   */
  public static SchemaProperty string(@Nullable String description) {
    return SchemaProperty.of("string", description);
  }

  /**
   * Creates a number property.
   *
   * @param description description, or null
   * @return the property
   */
  public static SchemaProperty number(@Nullable String description) {
    return SchemaProperty.of("number", description);
  }

  /**
   * Creates an integer property.
   *
   * @param description description, or null
   * @return the property
   */
  public static SchemaProperty integer(@Nullable String description) {
    return SchemaProperty.of("integer", description);
  }

  /**
   * Creates a boolean property.
   *
   * @param description description, or null
   * @return the property
   */
  public static SchemaProperty bool(@Nullable String description) {
    return SchemaProperty.of("boolean", description);
  }

  /**
   * Creates a string property with enumerated values.
   *
   * @param description description, or null
   * @param words the allowed values
   * @return the property
   */
  public static SchemaProperty enumeration(@Nullable String description, String... words) {
    return string(description).with("enum", List.of(words));
  }

  /**
   * Creates an array property.
   *
   * @param description description, or null
   * @param item schema of its items
   * @return the property
   */
  public static SchemaProperty array(@Nullable String description, Map<String, Object> item) {
    return SchemaProperty.of("array", description).with("items", item);
  }

  /**
   * Creates one titled option of a choice ({@code const} and {@code title}).
   *
   * @param value the value
   * @param title label for the user
   * @return the schema of the option
   */
  public static Map<String, Object> titledOption(String value, String title) {
    Map<String, Object> option = new LinkedHashMap<>();
    option.put("const", value);
    option.put("title", title);
    return option;
  }

  /**
   * Adds a required property.
   *
   * @param name name of the property
   * @param field the property
   * @return this builder
   */
  public SchemaBuilder required(String name, SchemaProperty field) {
    required.add(name);
    return optional(name, field);
  }

  /**
   * Adds an optional property.
   *
   * @param name name of the property
   * @param field the property
   * @return this builder
   */
  public SchemaBuilder optional(String name, SchemaProperty field) {
    properties.put(name, field.schema());
    return this;
  }

  /** {@return the JSON Schema as a map} */
  public Map<String, Object> schema() {
    SchemaProperty object =
        SchemaProperty.of("object", null).with("properties", new LinkedHashMap<>(properties));
    object = required.isEmpty() ? object : object.with("required", List.copyOf(required));
    return (open ? object : object.with("additionalProperties", false)).schema();
  }
}
