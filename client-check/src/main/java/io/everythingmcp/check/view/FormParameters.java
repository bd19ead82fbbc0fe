package io.everythingmcp.check.view;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of a query or of a form. */
public record FormParameters(Map<String, List<String>> values) {
  public static FormParameters parse(String form) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String pair : form.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        values
            .computeIfAbsent(decode(name), key -> new ArrayList<>())
            .add(equals < 0 ? "" : decode(pair.substring(equals + 1)));
      }
    }
    return new FormParameters(values);
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  public Optional<String> first(String name) {
    return Optional.ofNullable(values.get(name)).map(all -> all.get(0));
  }

  /** The first value, or an empty text. */
  public String get(String name) {
    return first(name).orElse("");
  }

  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }
}
