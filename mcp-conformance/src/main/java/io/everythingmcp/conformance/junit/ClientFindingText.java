package io.everythingmcp.conformance.junit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Text of a finding: the rule, what was expected and received, and the exchanges. */
final class ClientFindingText {
  private static final int EXCHANGES = 4;
  private static final int CHARACTERS = 2000;

  private ClientFindingText() {}

  static String of(JsonNode report, JsonNode check) {
    StringBuilder text =
        new StringBuilder()
            .append("\n%-9s".formatted(check.path("status").asText()))
            .append(check.path("rule").asText())
            .append(" (%s)".formatted(check.path("revision").asText()));
    line(text, "rule:", check.path("title"));
    line(text, "expected:", check.path("expected"));
    line(text, "received:", check.path("received"));
    line(text, "advice:", check.path("advice"));
    line(text, "see:", check.path("spec"));
    int shown = 0;
    for (JsonNode number : check.path("evidence")) {
      for (JsonNode exchange : report.path("exchanges")) {
        if (exchange.path("n").equals(number) && shown < EXCHANGES) {
          shown++;
          exchange(text, exchange);
        }
      }
    }
    return text.append('\n').toString();
  }

  private static void line(StringBuilder text, String name, JsonNode value) {
    text.append("\n         %-9s ".formatted(name)).append(value.asText());
  }

  private static void exchange(StringBuilder text, JsonNode exchange) {
    String number = "\n#" + exchange.path("n").asText();
    JsonNode request = exchange.path("request");
    text.append('\n').append(number).append(" --> ");
    text.append(request.path("method").asText()).append(' ').append(request.path("path").asText());
    message(text, request);
    JsonNode response = exchange.path("response");
    text.append(number).append(" <-- HTTP ").append(response.path("status").asText());
    message(text, response);
  }

  private static void message(StringBuilder text, JsonNode message) {
    for (Map.Entry<String, JsonNode> header : message.path("headers").properties()) {
      text.append('\n').append(header.getKey()).append(": ").append(value(header.getValue()));
    }
    JsonNode body = message.path("body");
    if (!body.isMissingNode()) {
      text.append("\n\n").append(shortened(value(body)));
    }
    for (JsonNode event : message.path("events")) {
      text.append("\n\n").append(shortened(event.toString()));
    }
    text.append('\n');
  }

  private static String value(JsonNode value) {
    return value.isTextual() ? value.textValue() : value.toString();
  }

  private static String shortened(String text) {
    return text.length() <= CHARACTERS ? text : text.substring(0, CHARACTERS) + "\u2026";
  }
}
