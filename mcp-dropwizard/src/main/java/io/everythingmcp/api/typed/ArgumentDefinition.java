package io.everythingmcp.api.typed;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.annotation.McpArgument;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Argument of a method.
 *
 * @param name name in requests
 * @param parameter parameter of the method
 * @param defaultValue the value if the argument is absent, or null
 */
record ArgumentDefinition(String name, Parameter parameter, @Nullable JsonNode defaultValue) {
  Type type() {
    return parameter.getParameterizedType();
  }

  /** Returns the type of a present value: the type argument of an Optional. */
  Type givenType() {
    return type() instanceof ParameterizedType generic && generic.getRawType() == Optional.class
        ? generic.getActualTypeArguments()[0]
        : type();
  }

  Optional<McpArgument> annotation() {
    return Optional.ofNullable(parameter.getAnnotation(McpArgument.class));
  }

  /** Whether a request must have it. */
  boolean isRequired() {
    return defaultValue == null && !TypeSchemas.isOptional(parameter.getType());
  }

  /** The description; empty for none. */
  String description() {
    return annotation()
        .map(a -> a.description().isEmpty() ? a.value() : a.description())
        .orElse("");
  }

  /** Returns the completion values: those of the annotation, or of an enumeration. */
  List<String> completions() {
    List<String> given = annotation().map(a -> List.of(a.completions())).orElse(List.of());
    Class<?> raw = DefaultValues.raw(givenType());
    if (!given.isEmpty() || !(raw.isEnum() || raw == boolean.class || raw == Boolean.class)) {
      return given;
    }
    return raw.isEnum()
        ? Arrays.stream(raw.getEnumConstants())
            .map(constant -> TypeToolkit.shared().json(constant).asText())
            .toList()
        : List.of("true", "false");
  }
}
