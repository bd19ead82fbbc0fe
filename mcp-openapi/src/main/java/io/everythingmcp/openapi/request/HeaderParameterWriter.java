package io.everythingmcp.openapi.request;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Writes header and cookie parameters: the style simple, and form for one value of a cookie. */
final class HeaderParameterWriter {
  private HeaderParameterWriter() {}

  static String header(ParameterBinding binding, Object value) {
    String text = binding.json() ? ValueText.json(value) : styled(binding, value);
    if (!text.chars().allMatch(c -> c == '\t' || (c >= ' ' && c <= '~'))) {
      throw new InvalidArgumentValueException(
          binding.argument(),
          "the value has a character that a header cannot have; expected visible ASCII characters");
    }
    return text.strip();
  }

  /** {@code name=value} of a cookie. */
  static String cookie(ParameterBinding binding, Object value) {
    String text = binding.json() ? ValueText.json(value) : ValueText.of(binding.argument(), value);
    return binding.name() + "=" + PercentEncoding.of(text);
  }

  private static String styled(ParameterBinding binding, Object value) {
    List<String> items = new ArrayList<>();
    if (value instanceof Collection<?> elements) {
      elements.forEach(element -> items.add(ValueText.of(binding.argument(), element)));
    } else if (value instanceof Map<?, ?> members) {
      members.forEach(
          (key, member) ->
              items.add(
                  key
                      + (binding.explode() ? "=" : ",")
                      + ValueText.of(binding.argument(), member)));
    } else {
      items.add(ValueText.of(binding.argument(), value));
    }
    return String.join(",", items);
  }
}
