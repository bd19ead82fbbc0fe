package io.everythingmcp.api.support;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One value in a JSON Schema: its type, what it is for, and its limits. Immutable: each method
 * gives a new one.
 */
public final class SchemaProperty {
  private final Map<String, Object> schema;

  private SchemaProperty(Map<String, Object> schema) {
    this.schema = schema;
  }

  static SchemaProperty of(String type, String description) {
    SchemaProperty field = new SchemaProperty(Map.of()).with("type", type);
    return description == null ? field : field.with("description", description);
  }

  /** With a label for people. */
  public SchemaProperty title(String title) {
    return with("title", title);
  }

  /** With a format, such as {@code email}, {@code uri}, {@code date} or {@code date-time}. */
  public SchemaProperty format(String format) {
    return with("format", format);
  }

  /** With limits for a number, both inclusive. */
  public SchemaProperty range(Number minimum, Number maximum) {
    return with("minimum", minimum).with("maximum", maximum);
  }

  /** With limits for the length of a text, in characters. */
  public SchemaProperty lengthRange(int minimum, int maximum) {
    return with("minLength", minimum).with("maxLength", maximum);
  }

  /** With limits for the number of items in a list. */
  public SchemaProperty itemCount(int minimum, int maximum) {
    return with("minItems", minimum).with("maxItems", maximum);
  }

  /** With the value that is taken when none is given. */
  public SchemaProperty defaultValue(Object value) {
    return with("default", value);
  }

  /** With any other keyword. */
  public SchemaProperty with(String keyword, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(schema);
    more.put(keyword, value);
    return new SchemaProperty(more);
  }

  /** The JSON Schema, as it goes on the wire. */
  public Map<String, Object> schema() {
    return Collections.unmodifiableMap(schema);
  }
}
