package io.everythingmcp.check.rule.http;

import io.everythingmcp.check.journal.EndpointKind;
import io.everythingmcp.check.journal.HeaderList;
import io.everythingmcp.check.journal.RecordedExchange;
import io.everythingmcp.check.rule.RuleObservations;
import io.everythingmcp.check.view.ClientMessage;
import io.everythingmcp.check.view.JournalView;
import io.everythingmcp.check.view.PublishedRevisions;
import io.everythingmcp.check.view.SessionView;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** H01 to H03, H05, H06, H19, and M09: the Accept, Content-Type and version headers. */
public final class ClientRequestHeaders {
  private static final String VERSION = "MCP-Protocol-Version";

  private ClientRequestHeaders() {}

  /** The media types of Accept without their parameters, in lower case. */
  static Set<String> accepted(HeaderList headers) {
    Set<String> types = new HashSet<>();
    for (String line : headers.all("Accept")) {
      Arrays.stream(line.split(",", -1))
          .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
          .forEach(types::add);
    }
    return types;
  }

  private static void both(RecordedExchange exchange, RuleObservations seen) {
    Set<String> types = accepted(exchange.request().headers());
    if (types.containsAll(List.of("application/json", "text/event-stream"))) {
      seen.good(exchange);
      return;
    }
    boolean wild =
        types.contains("*/*")
            || ((types.contains("application/json") || types.contains("application/*"))
                && (types.contains("text/event-stream") || types.contains("text/*")));
    String received = types.isEmpty() ? "no Accept" : "Accept: " + String.join(", ", types);
    if (wild) {
      seen.warn(exchange, received + "; it covers both types, and does not list them");
    } else {
      seen.fail(exchange, received);
    }
  }

  /** H01. */
  public static void acceptOfPost(JournalView view, RuleObservations seen) {
    seen.unless("no message of a session was posted to the URL of Streamable HTTP");
    Set<Integer> modern = new HashSet<>();
    view.messages().stream()
        .filter(ClientMessage::modern)
        .forEach(message -> modern.add(message.n()));
    for (RecordedExchange exchange : view.exchanges()) {
      if (exchange.endpoint() == EndpointKind.MCP
          && exchange.request().method().equals("POST")
          && !modern.contains(exchange.n())
          && !PublishedRevisions.isModern(
              exchange.request().headers().first(VERSION).orElse("").strip())) {
        both(exchange, seen);
      }
    }
  }

  /** M09. */
  public static void acceptOfModernPost(JournalView view, RuleObservations seen) {
    seen.unless("no request of 2026-07-28 was sent");
    view.modernRequests().forEach(message -> both(message.exchange(), seen));
  }

  /** H02. */
  public static void acceptOfGet(JournalView view, RuleObservations seen) {
    seen.unless("no stream was requested by GET");
    for (RecordedExchange exchange : view.exchanges()) {
      if (exchange.endpoint() != EndpointKind.MCP || !exchange.request().method().equals("GET")) {
        continue;
      }
      Set<String> types = accepted(exchange.request().headers());
      if (types.contains("text/event-stream")) {
        seen.good(exchange);
      } else if (types.contains("text/html")) {
        seen.unless("a user opened the URL in a browser");
      } else if (types.contains("*/*") || types.contains("text/*")) {
        wild(exchange, seen);
      } else {
        seen.fail(exchange, types.isEmpty() ? "no Accept" : "Accept: " + String.join(", ", types));
      }
    }
  }

  /** Without a session it may be a test whether the URL is there. */
  private static void wild(RecordedExchange exchange, RuleObservations seen) {
    String received = "Accept covers text/event-stream, and does not list it";
    if (exchange.request().headers().has("Mcp-Session-Id")) {
      seen.warn(exchange, received);
    } else {
      seen.note(exchange, received);
    }
  }

  /** H03. */
  public static void contentType(JournalView view, RuleObservations seen) {
    for (RecordedExchange exchange : view.exchanges()) {
      if (!exchange.endpoint().takesMessages()
          || !exchange.request().method().equals("POST")
          || exchange.request().body().isEmpty()) {
        continue;
      }
      String type = exchange.request().headers().first("Content-Type").orElse(null);
      if (type == null) {
        seen.warn(
            exchange, "no Content-Type; the specification does not name it, most servers refuse");
      } else if (type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
        seen.good(exchange);
      } else {
        seen.fail(exchange, "Content-Type: " + type);
      }
    }
  }

  private static List<SessionView> withVersionHeader(JournalView view) {
    return view.sessions().stream()
        .filter(session -> !session.overSse() && session.initialize() != null)
        .filter(
            session -> PublishedRevisions.since(session.revision(), PublishedRevisions.V2025_06))
        .toList();
  }

  /** H05. */
  public static void versionSent(JournalView view, RuleObservations seen) {
    seen.unless("no session of 2025-06-18 or 2025-11-25 was used");
    for (SessionView session : withVersionHeader(view)) {
      for (RecordedExchange exchange : session.exchanges()) {
        if (exchange.n() == session.initialize().n()) {
          continue;
        }
        if (exchange.request().headers().has(VERSION)) {
          seen.good(exchange);
        } else {
          seen.fail(
              exchange,
              exchange.request().method() + " without " + VERSION,
              session.initialize().n());
        }
      }
    }
  }

  /** H06. */
  public static void versionNegotiated(JournalView view, RuleObservations seen) {
    seen.unless("no session of 2025-06-18 or 2025-11-25 was used");
    for (SessionView session : withVersionHeader(view)) {
      for (RecordedExchange exchange : session.exchanges()) {
        String sent = exchange.request().headers().first(VERSION).map(String::strip).orElse(null);
        if (sent == null || exchange.n() == session.initialize().n()) {
          continue;
        }
        if (sent.equals(session.revision())) {
          seen.good(exchange);
        } else {
          seen.warn(
              exchange, sent + ", negotiated is " + session.revision(), session.initialize().n());
        }
      }
    }
  }

  /** H19. */
  public static void versionOnMetadata(JournalView view, RuleObservations seen) {
    seen.unless("no client of 2025-03-26 requested metadata");
    boolean march =
        view.legacyRequests()
            .filter(message -> message.is("initialize"))
            .map(message -> message.params().path("protocolVersion").asText())
            .anyMatch(PublishedRevisions.V2025_03::equals);
    if (march) {
      view.login()
          .serverDocuments()
          .forEach(
              document -> {
                if (document.exchange().request().headers().has(VERSION)) {
                  seen.good(document.exchange());
                } else {
                  seen.note(document.exchange(), "no " + VERSION);
                }
              });
    }
  }
}
