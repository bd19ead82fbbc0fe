package io.everythingmcp.check.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.check.journal.CheckRunOptions;

/** Options of a request for a new run. */
final class NewRun {
  private NewRun() {}

  /**
   * Reads the options of a JSON object, or of a form whose values are text.
   *
   * @throws IllegalArgumentException if a value is invalid; the message names it
   */
  static CheckRunOptions options(JsonNode body) {
    return new CheckRunOptions(guided(body.path("guided")), slowSeconds(body.path("slowSeconds")));
  }

  private static boolean guided(JsonNode value) {
    return switch (value.isMissingNode() ? "false" : value.asText()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("guided must be true or false");
    };
  }

  private static int slowSeconds(JsonNode value) {
    if (value.isMissingNode()) {
      return 0;
    }
    String digits = value.asText();
    int seconds = digits.matches("[0-9]{1,3}") ? Integer.parseInt(digits) : 0;
    if (seconds < 1 || seconds > CheckRunOptions.LONGEST) {
      throw new IllegalArgumentException(
          "slowSeconds must be a number of seconds from 1 to " + CheckRunOptions.LONGEST);
    }
    return seconds;
  }
}
