package io.everythingmcp.server.protocol.stateless.header;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.protocol.RequestHeaders;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An argument of a tool that a header mirrors.
 *
 * @param header the name of the header
 * @param path where the argument is among the arguments
 */
record ParamHeader(String header, List<String> path) {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,40}(\\.\\d{1,40})?");

  /** How the header disagrees with the arguments; empty when it does not. */
  Optional<String> violation(RequestHeaders headers, JsonNode arguments) {
    HeaderField field = HeaderField.encoded(headers, header);
    if (field.problem() != null) {
      return Optional.of(header + " header " + field.problem());
    }
    JsonNode given = arguments;
    for (String step : path) {
      given = given.path(step);
    }
    if (given.isMissingNode() || given.isNull()) {
      return field.value() == null
          ? Optional.empty()
          : Optional.of(header + " header is sent, but the body does not have " + argument());
    }
    if (field.value() == null) {
      return Optional.of(header + " header is missing, but the body has " + argument());
    }
    return given.isContainerNode() || same(given, field.value())
        ? Optional.empty()
        : Optional.of(StandardHeaders.mismatch(header, field.value(), given.asText()));
  }

  private String argument() {
    return "the argument " + String.join(".", path);
  }

  private static boolean same(JsonNode given, String value) {
    if (given.isNumber()) {
      return NUMBER.matcher(value).matches()
          && new BigDecimal(value).compareTo(given.decimalValue()) == 0;
    }
    return given.asText().equals(value);
  }
}
