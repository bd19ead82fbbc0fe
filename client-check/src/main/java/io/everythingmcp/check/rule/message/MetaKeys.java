package io.everythingmcp.check.rule.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.check.rule.RuleObservations;
import io.everythingmcp.check.view.ClientMessage;
import io.everythingmcp.check.view.JournalView;
import io.everythingmcp.check.view.PublishedRevisions;
import java.util.Iterator;
import java.util.Set;
import java.util.regex.Pattern;

/** B12 and B13: the keys of {@code _meta}, and the trace context in it. */
public final class MetaKeys {
  private static final Pattern LABEL = Pattern.compile("[a-zA-Z]([a-zA-Z0-9-]*[a-zA-Z0-9])?");
  private static final Pattern NAME =
      Pattern.compile("([a-zA-Z0-9]([a-zA-Z0-9._-]*[a-zA-Z0-9])?)?");
  private static final Set<String> OWNERS = Set.of("modelcontextprotocol", "mcp");

  /** Keys that the specification and its registered extensions define under their prefix. */
  private static final Set<String> KNOWN =
      Set.of(
          "protocolVersion",
          "clientInfo",
          "clientCapabilities",
          "logLevel",
          "serverInfo",
          "subscriptionId",
          "related-task",
          "model-immediate-response",
          "task",
          "tasks",
          "ui",
          "skills",
          "events",
          "oauth-client-credentials",
          "enterprise-managed-authorization");

  private static final Pattern TRACE_PARENT =
      Pattern.compile("([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(-.*)?");
  private static final Pattern STATE_MEMBER =
      Pattern.compile(
          "[a-z0-9][a-z0-9_*/@-]{0,255}=[\\x20-\\x2b\\x2d-\\x3c\\x3e-\\x7e]{0,255}"
              + "[\\x21-\\x2b\\x2d-\\x3c\\x3e-\\x7e]");
  private static final Pattern BAGGAGE_MEMBER =
      Pattern.compile(
          "[!#$%&'*+.^_`|~0-9A-Za-z-]+\\s*=\\s*[\\x21\\x23-\\x2b\\x2d-\\x3a\\x3c-\\x5b\\x5d-\\x7e]*"
              + "(\\s*;.*)?");

  private MetaKeys() {}

  /** B12. */
  public static void syntax(JournalView view, RuleObservations seen) {
    seen.unless("no _meta was sent at a revision with this rule");
    for (ClientMessage message : view.messages()) {
      JsonNode meta =
          message.isResponse() ? message.json().path("result").path("_meta") : message.meta();
      String revision =
          message.is("initialize") && message.revision() == null
              ? message.params().path("protocolVersion").asText(null)
              : message.revision();
      if (!meta.isObject() || !PublishedRevisions.since(revision, PublishedRevisions.V2025_06)) {
        continue;
      }
      String wrong = null;
      for (Iterator<String> keys = meta.fieldNames(); keys.hasNext() && wrong == null; ) {
        wrong = problem(keys.next());
      }
      if (wrong == null) {
        seen.good(message);
      } else {
        seen.fail(message, wrong);
      }
    }
  }

  private static String problem(String key) {
    int slash = key.lastIndexOf('/');
    String name = key.substring(slash + 1);
    if (!NAME.matcher(name).matches()) {
      return "the name in the key \"" + key + "\"";
    }
    if (slash < 0) {
      return null;
    }
    String[] labels = key.substring(0, slash).split("\\.", -1);
    for (String label : labels) {
      if (!LABEL.matcher(label).matches()) {
        return "the prefix of the key \"" + key + "\"";
      }
    }
    boolean reserved =
        labels.length > 1 && (OWNERS.contains(labels[1]) || OWNERS.contains(labels[0]));
    return reserved && !KNOWN.contains(name)
        ? "\"" + key + "\" under a prefix that is reserved for MCP"
        : null;
  }

  /** B13. */
  public static void traceContext(JournalView view, RuleObservations seen) {
    seen.unless("no trace context was sent");
    view.messages().stream()
        .filter(ClientMessage::modern)
        .forEach(
            message -> {
              JsonNode meta = message.meta();
              if (!meta.has("traceparent") && !meta.has("tracestate") && !meta.has("baggage")) {
                return;
              }
              String wrong = traceProblem(meta);
              if (wrong == null) {
                seen.good(message);
              } else {
                seen.fail(message, wrong);
              }
            });
  }

  private static String traceProblem(JsonNode meta) {
    JsonNode parent = meta.path("traceparent");
    if (!parent.isMissingNode()) {
      var match = TRACE_PARENT.matcher(parent.asText());
      if (!parent.isTextual()
          || !match.matches()
          || match.group(1).equals("ff")
          || (match.group(1).equals("00") && match.group(4) != null)
          || match.group(2).matches("0+")
          || match.group(3).matches("0+")) {
        return "traceparent is " + parent;
      }
    }
    JsonNode state = meta.path("tracestate");
    if (!state.isMissingNode() && !list(state, STATE_MEMBER, 32)) {
      return "tracestate is " + state;
    }
    JsonNode baggage = meta.path("baggage");
    return !baggage.isMissingNode() && !list(baggage, BAGGAGE_MEMBER, 180)
        ? "baggage is " + baggage
        : null;
  }

  private static boolean list(JsonNode value, Pattern member, int most) {
    if (!value.isTextual() || value.textValue().length() > 8192) {
      return false;
    }
    String[] members = value.textValue().split(",", -1);
    for (String one : members) {
      if (!one.isBlank() && !member.matcher(one.strip()).matches()) {
        return false;
      }
    }
    return members.length <= most;
  }
}
