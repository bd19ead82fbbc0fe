package io.everythingmcp.check.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** The id of a message or a token as a key: "1" and 1 differ, 1 and 1.0 do not. */
public final class JsonId {
  private JsonId() {}

  public static String key(JsonNode id) {
    if (id.isTextual()) {
      return "s" + id.textValue();
    }
    if (isInteger(id)) {
      return "i" + id.decimalValue().toBigInteger();
    }
    return "?" + id;
  }

  public static boolean isInteger(JsonNode node) {
    if (!node.isNumber()) {
      return false;
    }
    BigDecimal value = node.decimalValue();
    return value.scale() < 1000 && value.scale() > -1000 && value.stripTrailingZeros().scale() <= 0;
  }

  public static boolean isStringOrInteger(JsonNode node) {
    return node.isTextual() || isInteger(node);
  }
}
