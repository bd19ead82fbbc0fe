package io.everythingmcp.server.feature.kit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One value in a JSON Schema: its type, what it is for, and its limits. Immutable: each method
 * gives a new one.
 */
public final class Field {
  private final Map<String, Object> schema;

  private Field(Map<String, Object> schema) {
    this.schema = schema;
  }

  static Field of(String type, String description) {
    Field field = new Field(Map.of()).with("type", type);
    return description == null ? field : field.with("description", description);
  }

  /** With a label for people. */
  public Field title(String title) {
    return with("title", title);
  }

  /** With a format, such as {@code email}, {@code uri}, {@code date} or {@code date-time}. */
  public Field format(String format) {
    return with("format", format);
  }

  /** With limits for a number, both inclusive. */
  public Field between(Number minimum, Number maximum) {
    return with("minimum", minimum).with("maximum", maximum);
  }

  /** With limits for the length of a text, in characters. */
  public Field length(int minimum, int maximum) {
    return with("minLength", minimum).with("maxLength", maximum);
  }

  /** With limits for the number of items in a list. */
  public Field items(int minimum, int maximum) {
    return with("minItems", minimum).with("maxItems", maximum);
  }

  /** With the value that is taken when none is given. */
  public Field defaultsTo(Object value) {
    return with("default", value);
  }

  /** With any other keyword. */
  public Field with(String keyword, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(schema);
    more.put(keyword, value);
    return new Field(more);
  }

  /** The JSON Schema, as it goes on the wire. */
  public Map<String, Object> schema() {
    return Collections.unmodifiableMap(schema);
  }
}
