package io.everythingmcp.check.rule.stateless;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.check.journal.HeaderList;
import io.everythingmcp.check.journal.RecordedExchange;
import io.everythingmcp.check.rule.RuleObservations;
import io.everythingmcp.check.view.ClientMessage;
import io.everythingmcp.check.view.JournalView;
import io.everythingmcp.check.view.PublishedRevisions;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.regex.Pattern;

/** M01 to M04, M10, M11, M23, M32: what each request carries, and what none does. */
public final class EnvelopeMembers {
  private static final Set<String> LEVELS =
      Set.of("debug", "info", "notice", "warning", "error", "critical", "alert", "emergency");
  private static final Pattern EXTENSION =
      Pattern.compile(
          "[a-zA-Z][a-zA-Z0-9-]*(\\.[a-zA-Z][a-zA-Z0-9-]*)*/[a-zA-Z0-9][a-zA-Z0-9._/-]*");

  private EnvelopeMembers() {}

  /** M01. */
  public static void meta(JournalView view, RuleObservations seen) {
    seen.unless("no request of 2026-07-28 was sent");
    view.modernRequests()
        .forEach(
            message -> {
              JsonNode version = message.meta().path(ClientMessage.META_VERSION);
              JsonNode capabilities = message.meta().path(ClientMessage.META_CAPABILITIES);
              if (!version.isTextual()) {
                seen.fail(message, "protocolVersion in _meta is " + shown(version));
              } else if (!capabilities.isObject()) {
                seen.fail(message, "clientCapabilities in _meta are " + shown(capabilities));
              } else {
                seen.good(message);
              }
            });
  }

  /** M02. */
  public static void clientInfo(JournalView view, RuleObservations seen) {
    seen.unless("no request of 2026-07-28 was sent");
    view.modernRequests()
        .forEach(
            message -> {
              JsonNode client = message.meta().path(ClientMessage.META_CLIENT);
              if (client.path("name").isTextual() && client.path("version").isTextual()) {
                seen.good(message);
              } else {
                seen.warn(message, "clientInfo in _meta is " + shown(client));
              }
            });
  }

  private static String shown(JsonNode node) {
    return node.isMissingNode() ? "absent" : node.toString();
  }

  /** M03. */
  public static void versionHeader(JournalView view, RuleObservations seen) {
    seen.unless("no request of 2026-07-28 was sent");
    view.modernRequests()
        .filter(message -> message.meta().path(ClientMessage.META_VERSION).isTextual())
        .forEach(
            message -> {
              String meta = message.meta().path(ClientMessage.META_VERSION).textValue();
              String header =
                  message.exchange().request().headers().first("MCP-Protocol-Version").orElse(null);
              if (header == null) {
                seen.fail(message, "no MCP-Protocol-Version");
              } else if (!header.strip().equals(meta)) {
                seen.fail(message, "MCP-Protocol-Version: " + header + ", _meta has " + meta);
              } else {
                seen.good(message);
              }
            });
  }

  /** M04. */
  public static void methodHeader(JournalView view, RuleObservations seen) {
    seen.unless("no request of 2026-07-28 was sent");
    view.modernRequests()
        .forEach(
            message -> {
              String header =
                  message.exchange().request().headers().first("Mcp-Method").orElse(null);
              if (header == null) {
                seen.fail(message, "no Mcp-Method on " + message.method());
              } else if (!header.strip().equals(message.method())) {
                seen.fail(message, "Mcp-Method: " + header + " on " + message.method());
              } else {
                seen.good(message);
              }
            });
  }

  /** M10; arrays are B06. */
  public static void noResponses(JournalView view, RuleObservations seen) {
    seen.unless("nothing of 2026-07-28 was sent");
    view.messages().stream()
        .filter(ClientMessage::modern)
        .forEach(
            message -> {
              if (message.isResponse()) {
                seen.fail(message, "a response");
              } else {
                seen.good(message);
              }
            });
  }

  /** M11. */
  public static void noRemains(JournalView view, RuleObservations seen) {
    seen.unless("no request of 2026-07-28 got a response");
    Set<Integer> judged = new HashSet<>();
    boolean answered = false;
    for (ClientMessage message : view.messages()) {
      if (message.modern() && judged.add(message.n())) {
        if (answered) {
          remains(message, seen);
        }
        answered |= message.result().isObject();
      }
    }
    for (RecordedExchange exchange : view.exchanges()) {
      String method = exchange.request().method();
      boolean modern =
          PublishedRevisions.isModern(
              exchange.request().headers().first("MCP-Protocol-Version").orElse("").strip());
      if (answered
          && exchange.endpoint().takesMessages()
          && modern
          && (method.equals("GET") || method.equals("DELETE"))) {
        seen.warn(exchange, method + " at 2026-07-28");
      }
    }
  }

  private static void remains(ClientMessage message, RuleObservations seen) {
    HeaderList headers = message.exchange().request().headers();
    if (headers.has("Mcp-Session-Id")) {
      seen.warn(message, "Mcp-Session-Id on " + message.method());
    } else if (headers.has("Last-Event-ID")) {
      seen.warn(message, "Last-Event-ID on " + message.method());
    } else if (message.is("initialize")
        || message.is("ping")
        || message.is("notifications/initialized")) {
      seen.warn(message, message.method());
    } else if (message.is("notifications/cancelled")) {
      seen.note(message, "notifications/cancelled, which a closed stream makes needless");
    } else {
      seen.good(message);
    }
  }

  /** M23. */
  public static void logLevel(JournalView view, RuleObservations seen) {
    seen.unless("no logLevel was sent");
    view.modernRequests()
        .filter(message -> message.meta().has("io.modelcontextprotocol/logLevel"))
        .forEach(
            message -> {
              JsonNode level = message.meta().get("io.modelcontextprotocol/logLevel");
              if (level.isTextual() && LEVELS.contains(level.textValue())) {
                seen.good(message);
              } else {
                seen.fail(message, "logLevel is " + level);
              }
            });
  }

  /** M32. */
  public static void extensionPrefix(JournalView view, RuleObservations seen) {
    seen.unless("no extension was declared");
    view.modernRequests()
        .filter(message -> !message.capabilities().path("extensions").isEmpty())
        .forEach(
            message -> {
              String wrong = null;
              Iterator<String> names = message.capabilities().path("extensions").fieldNames();
              while (names.hasNext() && wrong == null) {
                String name = names.next();
                wrong = EXTENSION.matcher(name).matches() ? null : name;
              }
              if (wrong == null) {
                seen.good(message);
              } else {
                seen.fail(message, "the extension \"" + wrong + "\"");
              }
            });
  }
}
