package io.everythingmcp.server.protocol.stateless.header;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.catalog.MirroredParameter;
import io.everythingmcp.server.protocol.RequestHeaders;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Compares the headers {@code Mcp-Param-*} with the arguments of a tool call. */
final class ParamHeaders {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,40}(\\.\\d{1,40})?");

  private ParamHeaders() {}

  /** Returns the difference between a header and its argument; empty if there is none. */
  static Optional<String> violation(
      MirroredParameter parameter, RequestHeaders headers, JsonNode arguments) {
    String header = parameter.header();
    HeaderField field = HeaderField.encoded(headers, header);
    if (field.problem() != null) {
      return Optional.of(header + " header " + field.problem());
    }
    JsonNode given = arguments;
    for (String step : parameter.path()) {
      given = given.path(step);
    }
    if (given.isMissingNode() || given.isNull()) {
      return field.value() == null
          ? Optional.empty()
          : Optional.of(
              header + " header is sent, but the body does not have " + argument(parameter));
    }
    if (field.value() == null) {
      return Optional.of(header + " header is missing, but the body has " + argument(parameter));
    }
    return given.isContainerNode() || same(given, field.value())
        ? Optional.empty()
        : Optional.of(StandardHeaders.mismatch(header, field.value(), given.asText()));
  }

  private static String argument(MirroredParameter parameter) {
    return "the argument " + String.join(".", parameter.path());
  }

  private static boolean same(JsonNode given, String value) {
    if (given.isNumber()) {
      return NUMBER.matcher(value).matches()
          && new BigDecimal(value).compareTo(given.decimalValue()) == 0;
    }
    return given.asText().equals(value);
  }
}
