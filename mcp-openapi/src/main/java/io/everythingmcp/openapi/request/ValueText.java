package io.everythingmcp.openapi.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;

/** Values of arguments as text. */
final class ValueText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ValueText() {}

  /**
   * A text, number or boolean; null is the empty text.
   *
   * @throws InvalidArgumentValueException for an array or object
   */
  static String of(String argument, Object value) {
    if (value instanceof Map || value instanceof Collection) {
      throw new InvalidArgumentValueException(
          argument,
          "an array or object within an array or object cannot be sent in this parameter; expected"
              + " a text, number or boolean");
    }
    if (value instanceof Double number && !Double.isFinite(number)) {
      throw new InvalidArgumentValueException(
          argument, "the number is too large; expected one of IEEE 754 double precision");
    }
    if (value instanceof Double || value instanceof Float) {
      return new BigDecimal(value.toString()).stripTrailingZeros().toPlainString();
    }
    return value instanceof BigDecimal number
        ? number.toPlainString()
        : value == null ? "" : value.toString();
  }

  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("The value has no JSON form", e);
    }
  }

  static boolean isNested(Object value) {
    return value instanceof Map || value instanceof Collection;
  }
}
