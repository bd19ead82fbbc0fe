package io.everythingmcp.openapi.request;

import io.everythingmcp.openapi.request.ParameterBinding.Style;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Writes parameters of the query, and the members of a form: the styles form, spaceDelimited,
 * pipeDelimited and deepObject.
 */
final class QueryParameterWriter {
  private QueryParameterWriter() {}

  /** The {@code name=value} pairs of a parameter, percent-encoded; none for null. */
  static List<String> write(ParameterBinding binding, Object value) {
    if (value == null) {
      return List.of();
    }
    String name = PercentEncoding.of(binding.name());
    if (binding.json()) {
      return List.of(name + "=" + PercentEncoding.of(ValueText.json(value)));
    }
    if (value instanceof Collection<?> elements) {
      return array(binding, name, elements);
    }
    if (value instanceof Map<?, ?> members) {
      return object(binding, name, members);
    }
    return List.of(name + "=" + encoded(binding, value));
  }

  private static List<String> array(ParameterBinding binding, String name, Collection<?> elements) {
    List<String> texts = elements.stream().map(element -> encoded(binding, element)).toList();
    if (binding.style() == Style.DEEP_OBJECT) {
      throw new InvalidArgumentValueException(
          binding.argument(), "an array cannot be sent with the style deepObject");
    }
    if (texts.isEmpty()) {
      return List.of();
    }
    return binding.explode()
        ? texts.stream().map(text -> name + "=" + text).toList()
        : List.of(name + "=" + String.join(delimiter(binding.style()), texts));
  }

  private static List<String> object(ParameterBinding binding, String name, Map<?, ?> members) {
    List<String> pairs = new ArrayList<>();
    if (binding.style() == Style.DEEP_OBJECT) {
      deep(binding, name, members, pairs);
      return pairs;
    }
    members.forEach(
        (key, value) -> {
          String member = PercentEncoding.of((String) key);
          if (value != null) {
            String text = encoded(binding, value);
            pairs.add(member + (binding.explode() ? "=" : delimiter(binding.style())) + text);
          }
        });
    return binding.explode() || pairs.isEmpty()
        ? pairs
        : List.of(name + "=" + String.join(delimiter(binding.style()), pairs));
  }

  private static void deep(
      ParameterBinding binding, String prefix, Map<?, ?> members, List<String> pairs) {
    members.forEach(
        (key, value) -> {
          String name = prefix + "%5B" + PercentEncoding.of((String) key) + "%5D";
          if (value instanceof Map<?, ?> nested) {
            deep(binding, name, nested, pairs);
          } else if (value != null) {
            pairs.add(name + "=" + encoded(binding, value));
          }
        });
  }

  private static String encoded(ParameterBinding binding, Object value) {
    String text = ValueText.of(binding.argument(), value);
    return binding.allowReserved() ? PercentEncoding.withReserved(text) : PercentEncoding.of(text);
  }

  private static String delimiter(Style style) {
    return switch (style) {
      case SPACE_DELIMITED -> "%20";
      case PIPE_DELIMITED -> "%7C";
      default -> ",";
    };
  }
}
