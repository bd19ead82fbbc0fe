package io.everythingmcp.check.rule.stateless;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.check.rule.RuleObservations;
import io.everythingmcp.check.view.ClientMessage;
import io.everythingmcp.check.view.JournalView;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/** M30 and M31: the extension for tasks. */
public final class TaskExtensionRules {
  private static final String TASKS = "io.modelcontextprotocol/tasks";
  private static final long TOLERANCE = 50;
  private static final int MISSING_CAPABILITY = -32021;

  private TaskExtensionRules() {}

  /** M30. */
  public static void declared(JournalView view, RuleObservations seen) {
    seen.unless("no task was requested at 2026-07-28");
    Map<String, ClientMessage> last = new HashMap<>();
    view.modernRequests()
        .filter(message -> message.method().startsWith("tasks/"))
        .forEach(
            message -> {
              if (!message.capabilities().path("extensions").has(TASKS)) {
                boolean probe =
                    message.response() != null
                        && message.response().errorCode() == MISSING_CAPABILITY;
                if (probe) {
                  seen.note(message, message.method() + " without the extension, as a probe");
                } else {
                  seen.fail(message, message.method() + " without the extension");
                }
                return;
              }
              ClientMessage before =
                  message.is("tasks/get")
                      ? last.put(message.params().path("taskId").asText(), message)
                      : null;
              long interval = before == null ? 0 : before.result().path("pollIntervalMs").asLong(0);
              long gap =
                  before == null || !before.hasResponse()
                      ? Long.MAX_VALUE
                      : message.exchange().request().arrivedAt() - before.responseAt();
              if (gap < interval - TOLERANCE) {
                seen.warn(
                    message,
                    "polled after " + gap + " ms, pollIntervalMs is " + interval,
                    before.n());
              } else {
                seen.good(message);
              }
            });
  }

  /** M31. */
  public static void outstanding(JournalView view, RuleObservations seen) {
    seen.unless("no task was updated");
    Map<String, Set<String>> open = new HashMap<>();
    Map<String, Set<String>> done = new HashMap<>();
    view.modernRequests()
        .filter(ClientMessage::accepted)
        .forEach(
            message -> {
              String task = message.params().path("taskId").asText("");
              if (message.is("tasks/update")) {
                update(message, open.get(task), done, seen);
              }
              JsonNode inputRequests = message.result().path("inputRequests");
              if (inputRequests.isObject() && message.method().startsWith("tasks/")) {
                Set<String> keys = new HashSet<>();
                inputRequests.fieldNames().forEachRemaining(keys::add);
                open.put(task, keys);
              }
            });
  }

  private static void update(
      ClientMessage message,
      Set<String> open,
      Map<String, Set<String>> done,
      RuleObservations seen) {
    String task = message.params().path("taskId").asText("");
    Set<String> answered = done.computeIfAbsent(task, key -> new HashSet<>());
    String wrong = null;
    boolean again = false;
    Iterator<String> keys = message.params().path("inputResponses").fieldNames();
    while (keys.hasNext()) {
      String key = keys.next();
      again |= !answered.add(key);
      if (open == null || !open.contains(key)) {
        wrong = key;
      }
    }
    if (wrong != null && !again) {
      seen.fail(message, "a response for " + wrong + ", which was not open");
    } else if (again) {
      seen.note(message, "two responses, perhaps because the first was lost");
    } else {
      seen.good(message);
    }
  }
}
