package io.everythingmcp.check.rule.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.check.journal.JournalJson;
import io.everythingmcp.check.journal.RecordedBody;
import io.everythingmcp.check.journal.RecordedExchange;
import io.everythingmcp.check.rule.RuleObservations;
import io.everythingmcp.check.view.ClientMessage;
import io.everythingmcp.check.view.JournalView;
import io.everythingmcp.check.view.JsonId;
import io.everythingmcp.check.view.PublishedRevisions;
import java.util.HashSet;
import java.util.Set;

/** B01, B02, B05 to B08: the form of a single message. */
public final class MessageForm {
  private static final long LARGEST_EXACT = 1L << 53;
  private static final Set<String> NOTIFICATIONS =
      Set.of(
          "notifications/initialized",
          "notifications/cancelled",
          "notifications/progress",
          "notifications/roots/list_changed",
          "notifications/tasks/status");

  private MessageForm() {}

  /** B01. */
  public static void oneObject(JournalView view, RuleObservations seen) {
    Set<Integer> parsed = new HashSet<>();
    for (ClientMessage message : view.messages()) {
      if (message.exchange().request().body().problem() == null
          && !message.exchange().request().body().text().startsWith("\uFEFF")) {
        parsed.add(message.n());
        message(message.exchange(), message.json(), seen);
      }
    }
    for (RecordedExchange exchange : view.exchanges()) {
      RecordedBody body = exchange.request().body();
      if (!exchange.request().method().equals("POST")
          || !exchange.endpoint().takesMessages()
          || exchange.request().cut()
          || body.dropped()
          || parsed.contains(exchange.n())) {
        continue;
      }
      if (body.problem() != null) {
        if (body.problem().startsWith("not UTF-8")) {
          seen.fail(exchange, body.problem());
        }
        continue;
      }
      bodyOf(exchange, body.text(), seen);
    }
  }

  private static void bodyOf(RecordedExchange exchange, String text, RuleObservations seen) {
    if (text.startsWith("\uFEFF")) {
      seen.note(exchange, "a byte order mark before the JSON, which many parsers refuse");
      return;
    }
    if (text.isBlank()) {
      seen.fail(exchange, "an empty body");
      return;
    }
    JsonNode json;
    try {
      json = JournalJson.parse(text);
    } catch (JsonProcessingException e) {
      seen.fail(
          exchange,
          "no JSON, from character "
              + (e.getLocation() == null ? 0 : e.getLocation().getCharOffset())
              + " on: "
              + e.getOriginalMessage());
      return;
    }
    if (json.isArray()) {
      json.forEach(element -> message(exchange, element, seen));
    } else {
      message(exchange, json, seen);
    }
  }

  private static void message(RecordedExchange exchange, JsonNode json, RuleObservations seen) {
    if (!json.isObject()) {
      seen.fail(exchange, "JSON, but no object: " + json.getNodeType());
    } else if (!json.path("jsonrpc").asText("").equals("2.0")
        || !json.path("jsonrpc").isTextual()) {
      seen.fail(exchange, "jsonrpc is " + (json.has("jsonrpc") ? json.get("jsonrpc") : "absent"));
    } else if (json.has("method") && (json.has("result") || json.has("error"))) {
      seen.fail(exchange, "method beside " + (json.has("result") ? "result" : "error"));
    } else if (!json.has("method") && !json.has("result") && !json.has("error")) {
      seen.fail(exchange, "neither method nor result nor error");
    } else {
      seen.good(exchange);
    }
  }

  /** B02. */
  public static void requestId(JournalView view, RuleObservations seen) {
    for (ClientMessage message : view.messages()) {
      JsonNode id = message.id();
      boolean named = message.method().startsWith("notifications/");
      if (!message.isRequest() || (named && !id.isNull())) {
        continue;
      }
      if (id.isNull()) {
        seen.fail(message, "the id is null");
      } else if (!JsonId.isStringOrInteger(id)) {
        seen.fail(message, "the id is " + id);
      } else if (odd(id)) {
        seen.note(message, "the id is " + id + ": allowed, but not each implementation keeps it");
      } else {
        seen.good(message);
      }
    }
  }

  private static boolean odd(JsonNode id) {
    return id.isTextual()
        ? id.textValue().isEmpty()
        : id.decimalValue().abs().doubleValue() >= LARGEST_EXACT || id.decimalValue().signum() < 0;
  }

  /** B05. */
  public static void notificationId(JournalView view, RuleObservations seen) {
    for (ClientMessage message : view.messages()) {
      boolean named = message.method().startsWith("notifications/");
      if (message.isRequest() && named && !message.id().isNull()) {
        seen.fail(message, message.method() + " with the id " + message.id());
      } else if (message.isNotification() && !named) {
        seen.fail(message, message.method() + " without an id");
      } else if (message.isNotification() && NOTIFICATIONS.contains(message.method())) {
        seen.good(message);
      }
    }
  }

  /** B06. */
  public static void noArray(JournalView view, RuleObservations seen) {
    seen.unless("no message was sent at a revision that forbids arrays");
    int judged = 0;
    for (ClientMessage message : view.messages()) {
      String version = version(message);
      if (!message.batch()) {
        if (PublishedRevisions.since(version, PublishedRevisions.V2025_06)) {
          seen.good(message);
        }
      } else if (message.n() != judged) {
        judged = message.n();
        if (version == null) {
          seen.note(message, "an array before the version was negotiated");
        } else if (PublishedRevisions.since(version, PublishedRevisions.V2025_06)) {
          seen.fail(message, "an array at " + version);
        }
      }
    }
  }

  private static String version(ClientMessage message) {
    return message
        .exchange()
        .request()
        .headers()
        .first("MCP-Protocol-Version")
        .map(String::strip)
        .orElseGet(() -> message.is("initialize") ? null : message.revision());
  }

  /** B07. */
  public static void initializeAlone(JournalView view, RuleObservations seen) {
    seen.unless("no initialize for 2025-03-26 was seen");
    view.requests()
        .filter(message -> message.is("initialize"))
        .filter(
            message ->
                message
                    .params()
                    .path("protocolVersion")
                    .asText()
                    .equals(PublishedRevisions.V2025_03))
        .forEach(
            message -> {
              if (message.batch()) {
                seen.fail(message, "initialize in an array");
              } else {
                seen.good(message);
              }
            });
  }

  /** B08. */
  public static void memberTypes(JournalView view, RuleObservations seen) {
    for (ClientMessage message : view.messages()) {
      JsonNode method = message.json().path("method");
      JsonNode params = message.params();
      if (!method.isMissingNode() && !method.isTextual()) {
        seen.fail(message, "method is " + method);
      } else if (method.isTextual() && !params.isMissingNode() && !params.isObject()) {
        seen.fail(message, "params of " + method.textValue() + " are " + params.getNodeType());
      } else if (method.isTextual()) {
        seen.good(message);
      }
    }
  }
}
