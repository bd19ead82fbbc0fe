package io.everythingmcp.openapi.request;

import io.everythingmcp.openapi.request.ParameterBinding.Style;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes parameters of the path: the styles simple, label and matrix. */
final class PathParameterWriter {
  private static final Pattern SLASHES = Pattern.compile("(?i)/|%2f|%5c");

  private PathParameterWriter() {}

  static String write(ParameterBinding binding, Object value) {
    String text =
        binding.json() ? PercentEncoding.of(ValueText.json(value)) : styled(binding, value);
    if (text.isEmpty() || hasDotSegment(text)) {
      throw new InvalidArgumentValueException(
          binding.argument(),
          "the value is empty or has a segment \".\" or \"..\"; expected another path segment");
    }
    return text;
  }

  /**
   * A dot segment addresses another resource; a service or a proxy may decode the slashes around it
   * before it selects the resource.
   */
  private static boolean hasDotSegment(String text) {
    return Stream.of(SLASHES.split(text, -1)).anyMatch(s -> s.equals(".") || s.equals(".."));
  }

  private static String styled(ParameterBinding binding, Object value) {
    String name = PercentEncoding.of(binding.name());
    List<String> items = items(binding, value);
    boolean single = !ValueText.isNested(value);
    boolean members = value instanceof Map;
    if (binding.style() == Style.LABEL) {
      return "." + String.join(binding.explode() ? "." : ",", items);
    }
    if (binding.style() == Style.MATRIX) {
      if (single || !binding.explode()) {
        return ";" + name + "=" + String.join(",", items);
      }
      String prefix = members ? ";" : ";" + name + "=";
      return prefix + String.join(prefix, items);
    }
    return String.join(",", items);
  }

  /** Encoded elements; members are {@code key=value} where they are exploded. */
  private static List<String> items(ParameterBinding binding, Object value) {
    String argument = binding.argument();
    List<String> items = new ArrayList<>();
    if (value instanceof Collection<?> elements) {
      elements.forEach(e -> items.add(PercentEncoding.of(ValueText.of(argument, e))));
    } else if (value instanceof Map<?, ?> members) {
      members.forEach(
          (key, member) -> {
            String name = PercentEncoding.of((String) key);
            String text = PercentEncoding.of(ValueText.of(argument, member));
            if (binding.explode()) {
              items.add(name + "=" + text);
            } else {
              items.add(name);
              items.add(text);
            }
          });
    } else {
      items.add(PercentEncoding.of(ValueText.of(argument, value)));
    }
    return items;
  }
}
