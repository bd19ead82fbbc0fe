package io.everythingmcp.api.typed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Parameter;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/**
 * Constraints of a parameter as keywords of its schema. The module of the generator handles the
 * members of records, but not parameters.
 */
final class ConstraintKeywords {
  private ConstraintKeywords() {}

  /** Adds the keywords of a parameter and of the items of its type. */
  static void add(ObjectNode schema, Parameter parameter) {
    add(schema, (AnnotatedElement) parameter);
    items(schema, parameter.getAnnotatedType());
  }

  private static void items(ObjectNode schema, AnnotatedType type) {
    if (type instanceof AnnotatedArrayType array
        && schema.get("items") instanceof ObjectNode items) {
      add(items, array.getAnnotatedGenericComponentType());
    }
    if (!(type instanceof AnnotatedParameterizedType generic)) {
      return;
    }
    AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
    if (type.getType() instanceof java.lang.reflect.ParameterizedType declared
        && declared.getRawType() == Optional.class) {
      add(schema, arguments[0]);
      items(schema, arguments[0]);
      return;
    }
    AnnotatedType last = arguments[arguments.length - 1];
    String keyword = arguments.length == 1 ? "items" : "additionalProperties";
    if (schema.get(keyword) instanceof ObjectNode items) {
      add(items, last);
      items(items, last);
    }
  }

  private static void add(ObjectNode schema, AnnotatedElement source) {
    numbers(schema, source);
    String kind = schema.path("type").asText();
    value(source, Size.class, size -> size)
        .ifPresent(size -> size(schema, kind, size.min(), size.max()));
    value(source, NotEmpty.class, any -> any)
        .ifPresent(any -> size(schema, kind, 1, Integer.MAX_VALUE));
    value(source, NotBlank.class, any -> any)
        .ifPresent(any -> size(schema, kind, 1, Integer.MAX_VALUE));
    value(source, Email.class, any -> "email").ifPresent(email -> schema.put("format", email));
    value(source, Pattern.class, TypeSchemas::pattern)
        .ifPresent(pattern -> schema.put("pattern", pattern));
  }

  private static void numbers(ObjectNode schema, AnnotatedElement source) {
    value(source, Min.class, Min::value).ifPresent(n -> schema.put("minimum", n));
    value(source, Max.class, Max::value).ifPresent(n -> schema.put("maximum", n));
    value(source, DecimalMin.class, any -> any)
        .ifPresent(
            n ->
                schema.put(
                    n.inclusive() ? "minimum" : "exclusiveMinimum", new BigDecimal(n.value())));
    value(source, DecimalMax.class, any -> any)
        .ifPresent(
            n ->
                schema.put(
                    n.inclusive() ? "maximum" : "exclusiveMaximum", new BigDecimal(n.value())));
    value(source, Positive.class, any -> 0).ifPresent(n -> schema.put("exclusiveMinimum", n));
    value(source, PositiveOrZero.class, any -> 0).ifPresent(n -> schema.put("minimum", n));
    value(source, Negative.class, any -> 0).ifPresent(n -> schema.put("exclusiveMaximum", n));
    value(source, NegativeOrZero.class, any -> 0).ifPresent(n -> schema.put("maximum", n));
  }

  private static void size(ObjectNode schema, String kind, int minimum, int maximum) {
    String what =
        switch (kind) {
          case "array" -> "Items";
          case "object" -> "Properties";
          default -> "Length";
        };
    if (minimum > schema.path("min" + what).asInt()) {
      schema.put("min" + what, minimum);
    }
    if (maximum < Integer.MAX_VALUE) {
      schema.put("max" + what, maximum);
    }
  }

  private static <A extends Annotation, T> Optional<T> value(
      AnnotatedElement source, Class<A> type, Function<A, T> value) {
    return Optional.ofNullable(source.getAnnotation(type)).map(value);
  }
}
