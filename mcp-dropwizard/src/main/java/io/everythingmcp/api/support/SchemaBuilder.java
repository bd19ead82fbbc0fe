package io.everythingmcp.api.support;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes JSON Schemas the way they are read: {@code arguments().required("message", string("Message
 * to echo")).schema()}.
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
   * The arguments of a tool. Unknown ones are refused, so that a misspelt name does not go
   * unnoticed.
   */
  public static SchemaBuilder arguments() {
    return new SchemaBuilder(false);
  }

  /** An object that may grow: a result, or a form, whose schema may hold nothing but properties. */
  public static SchemaBuilder object() {
    return new SchemaBuilder(true);
  }

  /** A tool that takes no arguments. */
  public static Map<String, Object> noArguments() {
    return arguments().schema();
  }

  /** A list of values that are all alike. */
  public static Map<String, Object> arrayOf(Map<String, Object> item) {
    return SchemaProperty.of("array", null).with("items", item).schema();
  }

  /** A text. */
  public static SchemaProperty string(String description) {
    return SchemaProperty.of("string", description);
  }

  /** A number. */
  public static SchemaProperty number(String description) {
    return SchemaProperty.of("number", description);
  }

  /** A whole number. */
  public static SchemaProperty integer(String description) {
    return SchemaProperty.of("integer", description);
  }

  /** Yes or no. */
  public static SchemaProperty bool(String description) {
    return SchemaProperty.of("boolean", description);
  }

  /** One of some words. */
  public static SchemaProperty enumeration(String description, String... words) {
    return string(description).with("enum", List.of(words));
  }

  /** A list. */
  public static SchemaProperty array(String description, Map<String, Object> item) {
    return SchemaProperty.of("array", description).with("items", item);
  }

  /** One option of a choice whose values have labels. */
  public static Map<String, Object> titledOption(String value, String title) {
    Map<String, Object> option = new LinkedHashMap<>();
    option.put("const", value);
    option.put("title", title);
    return option;
  }

  /** Adds a property that must be there. */
  public SchemaBuilder required(String name, SchemaProperty field) {
    required.add(name);
    return optional(name, field);
  }

  /** Adds a property that may be there. */
  public SchemaBuilder optional(String name, SchemaProperty field) {
    properties.put(name, field.schema());
    return this;
  }

  /** The JSON Schema, as it goes on the wire. */
  public Map<String, Object> schema() {
    SchemaProperty object =
        SchemaProperty.of("object", null).with("properties", new LinkedHashMap<>(properties));
    object = required.isEmpty() ? object : object.with("required", List.copyOf(required));
    return (open ? object : object.with("additionalProperties", false)).schema();
  }
}
