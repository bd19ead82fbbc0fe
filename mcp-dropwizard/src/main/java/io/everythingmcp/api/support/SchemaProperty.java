package io.everythingmcp.api.support;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Property in a JSON Schema: type, description and constraints. Immutable: each method returns a
 * copy.
 */
public final class SchemaProperty {
  private final Map<String, Object> schema;

  private SchemaProperty(Map<String, Object> schema) {
    this.schema = schema;
  }

  static SchemaProperty of(String type, @Nullable String description) {
    SchemaProperty field = new SchemaProperty(Map.of()).with("type", type);
    return description == null ? field : field.with("description", description);
  }

  /**
   * Returns a copy with a label for users.
   *
   * @param title the label
   * @return the copy
   */
  public SchemaProperty title(String title) {
    return with("title", title);
  }

  /**
   * Returns a copy with a format.
   *
   * @param format {@code email}, {@code uri}, {@code date} or {@code date-time}
   * @return the copy
   */
  public SchemaProperty format(String format) {
    return with("format", format);
  }

  /**
   * Returns a copy with limits for a number.
   *
   * @param minimum inclusive minimum
   * @param maximum inclusive maximum
   * @return the copy
   */
  public SchemaProperty range(Number minimum, Number maximum) {
    return with("minimum", minimum).with("maximum", maximum);
  }

  /**
   * Returns a copy with limits for the length of a string.
   *
   * @param minimum minimum in characters
   * @param maximum maximum in characters
   * @return the copy
   */
  public SchemaProperty lengthRange(int minimum, int maximum) {
    return with("minLength", minimum).with("maxLength", maximum);
  }

  /**
   * Returns a copy with limits for the number of items.
   *
   * @param minimum minimum number
   * @param maximum maximum number
   * @return the copy
   */
  public SchemaProperty itemCount(int minimum, int maximum) {
    return with("minItems", minimum).with("maxItems", maximum);
  }

  /**
   * Returns a copy with a default value.
   *
   * @param value the default
   * @return the copy
   */
  public SchemaProperty defaultValue(Object value) {
    return with("default", value);
  }

  /**
   * Returns a copy with another keyword.
   *
   * @param keyword the JSON Schema keyword
   * @param value its value
   * @return the copy
   */
  public SchemaProperty with(String keyword, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(schema);
    more.put(keyword, value);
    return new SchemaProperty(more);
  }

  /** {@return the JSON Schema as an unmodifiable map} */
  public Map<String, Object> schema() {
    return Collections.unmodifiableMap(schema);
  }
}
