package io.everythingmcp.conformance.report;

import io.everythingmcp.conformance.harness.CapturedExchange;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.harness.SseEvent;
import java.net.URI;
import java.util.List;

/** Exchanges as text. */
final class ExchangeFormatter {
  private static final int EVENTS = 40;

  private ExchangeFormatter() {}

  static String request(CapturedExchange exchange) {
    URI uri = exchange.uri();
    StringBuilder text = new StringBuilder(exchange.method()).append(' ').append(uri).append('\n');
    exchange.requestHeaders().forEach(header -> text.append(header).append('\n'));
    return exchange.requestBody().isEmpty()
        ? text.toString()
        : text.append('\n').append(pretty(exchange.requestBody())).toString();
  }

  static String response(CapturedExchange exchange) {
    if (exchange.status() == 0) {
      return exchange.failure().isEmpty() ? "(no response yet)" : exchange.failure();
    }
    StringBuilder text = new StringBuilder("HTTP ").append(exchange.status()).append('\n');
    exchange.responseHeaders().stream()
        .filter(header -> !header.startsWith(":status"))
        .forEach(header -> text.append(header).append('\n'));
    if (!exchange.responseBody().isEmpty()) {
      text.append('\n').append(pretty(exchange.responseBody()));
    }
    List<SseEvent> events = exchange.events();
    events.stream().limit(EVENTS).forEach(event -> text.append('\n').append(event(event)));
    if (events.size() > EVENTS) {
      text.append("\n(and ").append(events.size() - EVENTS).append(" more events)");
    }
    return text.toString();
  }

  private static String event(SseEvent event) {
    if (event.comment() != null) {
      return ": " + event.comment() + "\n";
    }
    StringBuilder text = new StringBuilder();
    if (event.name() != null) {
      text.append("event: ").append(event.name()).append('\n');
    }
    if (event.id() != null) {
      text.append("id: ").append(event.id()).append('\n');
    }
    if (event.retry() != null) {
      text.append("retry: ").append(event.retry()).append('\n');
    }
    return text.append("data: ").append(event.data()).append('\n').toString();
  }

  private static String pretty(String body) {
    if (body.length() > 4_000 || !(body.startsWith("{") || body.startsWith("["))) {
      return body;
    }
    try {
      return JsonTrees.read(body).toPrettyString();
    } catch (AssertionError notJson) {
      return body;
    }
  }
}
