package io.everythingmcp.check.rule.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.check.journal.RecordedExchange;
import io.everythingmcp.check.journal.RecordedProvocation;
import io.everythingmcp.check.rule.RuleObservations;
import io.everythingmcp.check.view.ClientMessage;
import io.everythingmcp.check.view.JournalView;
import io.everythingmcp.check.view.PublishedRevisions;
import io.everythingmcp.check.view.SessionView;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** L14 to L16, L18: tasks at 2025-11-25, and completed elicitations. */
public final class CoreTasks {
  private static final long TOLERANCE = 50;
  private static final Set<String> TERMINAL = Set.of("completed", "failed", "cancelled");
  private static final Set<String> ABOUT_ONE_TASK =
      Set.of("tasks/get", "tasks/result", "tasks/cancel");

  private CoreTasks() {}

  /** L14. */
  public static void taskAllowed(JournalView view, RuleObservations seen) {
    seen.unless("no tool was called whose definition was listed before at 2025-11-25");
    for (SessionView session : view.sessions()) {
      if (!PublishedRevisions.V2025_11.equals(session.revision())) {
        continue;
      }
      boolean declared = session.serverCapabilities().at("/tasks/requests/tools/call").isObject();
      for (ClientMessage message : session.requests()) {
        if (!message.is("tools/call")) {
          continue;
        }
        boolean task = message.params().has("task");
        String wrong = wrong(message, task, declared);
        if (wrong != null) {
          seen.fail(message, wrong, session.initialize().n());
        } else if (!message.tool().isMissingNode()) {
          seen.good(message);
        }
      }
    }
  }

  private static String wrong(ClientMessage message, boolean task, boolean declared) {
    if (task && !declared) {
      return "a task, and the server did not declare tasks.requests.tools.call";
    }
    if (message.tool().isMissingNode()) {
      return null;
    }
    String support = message.tool().at("/execution/taskSupport").asText("forbidden");
    if (task && support.equals("forbidden")) {
      return "a task, and the tool does not support one";
    }
    return !task && declared && support.equals("required")
        ? "no task, and the tool requires one"
        : null;
  }

  /** L15. */
  public static void pollInterval(JournalView view, RuleObservations seen) {
    seen.unless("no task was polled");
    for (SessionView session : view.sessions()) {
      if (!PublishedRevisions.V2025_11.equals(session.revision())) {
        continue;
      }
      Map<String, ClientMessage> last = new HashMap<>();
      Set<String> ended = new HashSet<>();
      for (ClientMessage message : session.requests()) {
        String task = message.params().path("taskId").asText("");
        if (message.is("tasks/result") || message.is("tasks/cancel")) {
          ended.add(task);
        }
        if (!message.is("tasks/get")) {
          continue;
        }
        ClientMessage before = last.put(task, message);
        if (before == null || !before.hasResponse()) {
          continue;
        }
        long interval = before.result().path("pollInterval").asLong(0);
        long gap = message.exchange().request().arrivedAt() - before.responseAt();
        if (gap < interval - TOLERANCE) {
          seen.warn(
              message, "polled after " + gap + " ms, pollInterval is " + interval, before.n());
        } else {
          seen.good(message);
        }
      }
      if (session.over(view)) {
        last.forEach(
            (task, message) -> {
              if (message.hasResponse()
                  && message.result().has("status")
                  && !TERMINAL.contains(message.result().path("status").asText())
                  && !ended.contains(task)) {
                seen.warn(message, "not polled until it ended, and not cancelled");
              }
            });
      }
    }
  }

  /** L16. */
  public static void noRelatedTask(JournalView view, RuleObservations seen) {
    seen.unless("no task was requested");
    view.legacyRequests()
        .filter(message -> ABOUT_ONE_TASK.contains(message.method()))
        .forEach(
            message -> {
              if (message.meta().has("io.modelcontextprotocol/related-task")) {
                seen.warn(message, message.method() + " with related-task in _meta");
              } else {
                seen.good(message);
              }
            });
  }

  /** L18. */
  public static void unknownElicitation(JournalView view, RuleObservations seen) {
    seen.unless("no unknown elicitationId was sent");
    view.provocations("P41").forEach(provocation -> goesOn(view, provocation, seen));
  }

  private static void goesOn(
      JournalView view, RecordedProvocation provocation, RuleObservations seen) {
    Optional<SessionView> session =
        view.sessions().stream()
            .filter(one -> one.exchanges().stream().anyMatch(e -> e.n() == provocation.n()))
            .findFirst();
    Optional<RecordedExchange> next =
        view.exchanges().stream()
            .filter(exchange -> exchange.at() > provocation.at())
            .filter(exchange -> exchange.endpoint().takesMessages())
            .findFirst();
    if (session.isEmpty() || next.isEmpty()) {
      return;
    }
    JsonNode sent =
        view.messages().stream()
            .filter(message -> message.n() == next.get().n())
            .findFirst()
            .map(ClientMessage::json)
            .orElse(provocation.details());
    boolean same = session.get().exchanges().contains(next.get());
    boolean leaves = next.get().request().method().equals("DELETE") || !same || sent.has("error");
    if (leaves) {
      seen.fail(next.get(), "the session was not continued", provocation.n());
    } else {
      seen.good(next.get());
    }
  }
}
