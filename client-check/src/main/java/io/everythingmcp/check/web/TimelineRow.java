package io.everythingmcp.check.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.check.journal.EndpointKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One line of the timeline.
 *
 * @param index of the exchange in the report
 * @param phase of the connection: {@code signin}, {@code session}, {@code messages}, {@code
 *     streams}
 * @param person whether the browser of the user sent the request
 * @param time since the first exchange
 * @param title the method with the name of the tool, prompt or resource, or the kind of endpoint
 * @param status of the response, or {@code none}
 * @param duration until the end of the response, or {@code open}
 * @param marks findings with this exchange as evidence
 */
public record TimelineRow(
    int index,
    String phase,
    boolean person,
    String time,
    String title,
    String status,
    String duration,
    List<Mark> marks) {
  private static final int LONGEST_TITLE = 120;

  /** A finding about an exchange. */
  public record Mark(String rule, String id, String title, String status) {}

  static List<TimelineRow> of(JsonNode report) {
    JsonNode exchanges = report.path("exchanges");
    List<TimelineRow> rows = new ArrayList<>();
    Instant start =
        exchanges.isEmpty() ? Instant.EPOCH : time(exchanges.path(0).path("at").asText());
    for (int i = 0; i < exchanges.size(); i++) {
      rows.add(row(i, exchanges.path(i), start, report.path("checks")));
    }
    return rows;
  }

  private static TimelineRow row(int index, JsonNode exchange, Instant start, JsonNode checks) {
    EndpointKind kind = EndpointKind.valueOf(exchange.path("endpoint").asText("OTHER"));
    JsonNode response = exchange.path("response");
    Instant at = time(exchange.path("at").asText());
    int status = response.path("status").asInt();
    boolean open = response.path("end").asText().equals("OPEN");
    return new TimelineRow(
        index,
        phase(exchange),
        kind.isPage(),
        "+" + seconds(Duration.between(start, at)),
        title(exchange, kind),
        status == 0 ? "none" : Integer.toString(status),
        open ? "open" : length(Duration.between(at, time(response.path("ended").asText()))),
        marks(exchange.path("n").asInt(), checks));
  }

  private static Instant time(String text) {
    return text.isEmpty() ? Instant.EPOCH : Instant.parse(text);
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }

  private static String length(Duration duration) {
    return duration.toMillis() < 1000 ? duration.toMillis() + " ms" : seconds(duration);
  }

  /** Returns the phase of an exchange of a report. */
  static String phase(JsonNode exchange) {
    return switch (EndpointKind.valueOf(exchange.path("endpoint").asText("OTHER"))) {
      case MCP, SSE, MESSAGE -> phaseOfMessage(exchange.path("request"));
      case CANARY, OTHER -> "messages";
      default -> "signin";
    };
  }

  private static String phaseOfMessage(JsonNode request) {
    return switch (request.path("method").asText()) {
      case "DELETE" -> "session";
      case "GET" -> "streams";
      default ->
          switch (request.path("body").path("method").asText()) {
            case "initialize", "notifications/initialized", "server/discover" -> "session";
            case "subscriptions/listen" -> "streams";
            default -> "messages";
          };
    };
  }

  private static String title(JsonNode exchange, EndpointKind kind) {
    JsonNode body = exchange.path("request").path("body");
    if (body.path("method").isTextual()) {
      JsonNode params = body.path("params");
      String name = params.path("name").asText(params.path("uri").asText(""));
      String title = (body.path("method").textValue() + " " + name).strip();
      return title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) + "…" : title;
    }
    if (kind.takesMessages() && body.isObject()) {
      return "response";
    }
    if (kind == EndpointKind.MCP) {
      return exchange.path("request").path("method").asText().equals("GET") ? "stream" : "session";
    }
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static List<Mark> marks(int n, JsonNode checks) {
    List<Mark> marks = new ArrayList<>();
    for (JsonNode check : checks) {
      String status = check.path("status").asText();
      boolean bad = status.equals("FAILURE") || status.equals("WARNING");
      for (JsonNode evidence : check.path("evidence")) {
        if (bad && evidence.asInt() == n) {
          marks.add(
              new Mark(
                  check.path("rule").asText(),
                  check.path("id").asText(),
                  check.path("title").asText(),
                  status));
        }
      }
    }
    return marks;
  }
}
