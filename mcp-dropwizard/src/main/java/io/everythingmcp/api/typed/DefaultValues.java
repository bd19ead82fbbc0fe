package io.everythingmcp.api.typed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.everythingmcp.api.annotation.McpArgument;
import io.everythingmcp.api.typed.RecordArguments.RecordPart;
import io.everythingmcp.api.typed.RecordArguments.RecordParts;
import io.everythingmcp.server.wire.WireJson;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Default values of arguments and of record components. */
final class DefaultValues {
  private final JavaTypeFormats formats;
  private final RecordParts parts;

  DefaultValues(JavaTypeFormats formats, RecordParts parts) {
    this.formats = formats;
    this.parts = parts;
  }

  /** Whether a text is a default. */
  static boolean isGiven(String text) {
    return !McpArgument.NO_DEFAULT.equals(text);
  }

  /**
   * Returns a default value as JSON: the text itself for types that are strings in JSON. Invalid
   * JSON is treated as a text, which the conversion then rejects.
   */
  JsonNode json(Class<?> type, String text) {
    boolean string =
        type.isEnum()
            || formats.schema(type).filter(s -> "string".equals(s.get("type"))).isPresent();
    if (string) {
      return TextNode.valueOf(text);
    }
    try {
      JsonNode json = WireJson.MAPPER.readTree(text);
      return json.isMissingNode() ? TextNode.valueOf(text) : json;
    } catch (JsonProcessingException e) {
      return TextNode.valueOf(text);
    }
  }

  /** A value with the defaults of all records in it. */
  @Nullable Object filled(Type type, @Nullable Object value) {
    if (type instanceof ParameterizedType generic) {
      return generic(generic, value);
    }
    if (!(type instanceof Class<?> raw)) {
      return value;
    }
    if (raw.isArray() && value instanceof List<?> list) {
      return list.stream().map(item -> filled(raw.getComponentType(), item)).toList();
    }
    return raw.isRecord() && value instanceof Map<?, ?> members ? record(raw, members) : value;
  }

  private @Nullable Object generic(ParameterizedType type, @Nullable Object value) {
    Class<?> raw = (Class<?>) type.getRawType();
    Type[] arguments = type.getActualTypeArguments();
    if (Collection.class.isAssignableFrom(raw) && value instanceof List<?> list) {
      List<Object> items = new java.util.ArrayList<>(list.size());
      list.forEach(item -> items.add(filled(arguments[0], item)));
      return items;
    }
    if (Map.class.isAssignableFrom(raw) && value instanceof Map<?, ?> map) {
      Map<Object, Object> values = new LinkedHashMap<>();
      map.forEach((key, item) -> values.put(key, filled(arguments[1], item)));
      return values;
    }
    return raw == Optional.class ? filled(arguments[0], value) : value;
  }

  /** Returns the members themselves if no default is missing in them. */
  private Map<?, ?> record(Class<?> type, Map<?, ?> members) {
    Map<Object, Object> values = null;
    for (RecordPart part : parts.of(type)) {
      Object given = members.get(part.property());
      Object full = given == null ? defaultOf(part) : filled(part.type(), given);
      if (full != given) {
        values = values == null ? new LinkedHashMap<>(members) : values;
        values.put(part.property(), full);
      }
    }
    return values == null ? members : values;
  }

  private @Nullable JsonNode defaultOf(RecordPart part) {
    String text = part.defaultValue();
    return text == null ? null : json(raw(part.type()), text);
  }

  /** The class of a type, or of what an Optional holds. */
  static Class<?> raw(Type type) {
    if (type instanceof ParameterizedType generic) {
      return generic.getRawType() == Optional.class
          ? raw(generic.getActualTypeArguments()[0])
          : (Class<?>) generic.getRawType();
    }
    return type instanceof Class<?> raw ? raw : Object.class;
  }
}
