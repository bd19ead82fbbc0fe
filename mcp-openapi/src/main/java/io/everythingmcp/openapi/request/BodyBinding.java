package io.everythingmcp.openapi.request;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * How an argument becomes the request body.
 *
 * @param argument name of the argument
 * @param mediaType value of Content-Type
 * @param kind how the value is written
 * @param encodings by name of a member of a form, those that the document declares
 */
public record BodyBinding(
    String argument, String mediaType, Kind kind, Map<String, ParameterBinding> encodings) {

  /** How the value is written. */
  public enum Kind {
    JSON,
    FORM,
    TEXT
  }

  byte[] write(Object value) {
    String text =
        switch (kind) {
          case JSON -> ValueText.json(value);
          case FORM -> form(value);
          case TEXT -> ValueText.of(argument, value);
        };
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String form(Object value) {
    List<String> pairs = new ArrayList<>();
    if (value instanceof Map<?, ?> members) {
      members.forEach(
          (key, member) -> {
            String name = (String) key;
            ParameterBinding declared = encodings.get(name);
            pairs.addAll(
                QueryParameterWriter.write(
                    declared == null ? member(name, isStructured(member)) : declared, member));
          });
    }
    return String.join("&", pairs);
  }

  /** Without a declared encoding an object is JSON, and so are the elements of its kind. */
  private static boolean isStructured(Object value) {
    return value instanceof Map
        || (value instanceof Collection<?> elements
            && elements.stream().anyMatch(ValueText::isNested));
  }

  private ParameterBinding member(String name, boolean json) {
    return new ParameterBinding(
        argument + "/" + name,
        name,
        ParameterBinding.Location.QUERY,
        ParameterBinding.Style.FORM,
        true,
        false,
        json);
  }
}
