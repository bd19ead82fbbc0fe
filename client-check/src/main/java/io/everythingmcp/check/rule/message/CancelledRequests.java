package io.everythingmcp.check.rule.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.check.journal.RecordedResponse;
import io.everythingmcp.check.journal.StreamEnd;
import io.everythingmcp.check.rule.RuleObservations;
import io.everythingmcp.check.view.ClientMessage;
import io.everythingmcp.check.view.JournalView;
import io.everythingmcp.check.view.JsonId;
import io.everythingmcp.check.view.SessionView;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** B19 and B20: cancellation, and request timeouts. */
public final class CancelledRequests {
  private static final long SLOW = 30_000;
  private static final long LIMIT = 10 * 60_000;

  private CancelledRequests() {}

  /** B19. */
  public static void own(JournalView view, RuleObservations seen) {
    seen.unless("nothing was cancelled");
    Set<String> known = new HashSet<>();
    view.requests().forEach(message -> known.add(message.key()));
    for (SessionView session : view.sessions()) {
      Map<String, ClientMessage> requests = new HashMap<>();
      for (ClientMessage message : session.messages()) {
        if (message.isRequest()) {
          requests.put(message.key(), message);
        }
        if (message.isNotification()
            && message.is("notifications/cancelled")
            && message.params().has("requestId")
            && (session.deletedBy() == null || message.at() < session.deletedBy().at())) {
          String key = JsonId.key(message.params().get("requestId"));
          if (requests.containsKey(key) || view.sessions().size() == 1 || !known.contains(key)) {
            judge(message, requests.get(key), seen);
          } else {
            seen.note(message, "a request of another session is cancelled, perhaps late");
          }
        }
      }
    }
  }

  private static void judge(ClientMessage message, ClientMessage request, RuleObservations seen) {
    JsonNode id = message.params().get("requestId");
    if (request == null) {
      seen.fail(message, "no request of this session has the id " + id);
    } else if (request.is("initialize")) {
      seen.fail(message, "initialize is cancelled", request.n());
    } else if (request.params().has("task")) {
      seen.fail(message, "a task is cancelled by a notification", request.n());
    } else if (!request.accepted() && !request.withoutResponse()) {
      seen.note(message, "the request " + id + " had been refused", request.n());
    } else if (request.responseAt() < message.at()) {
      seen.note(message, "the request " + id + " already had a response", request.n());
    } else {
      seen.good(message);
    }
  }

  /** B20. */
  public static void givenUp(JournalView view, RuleObservations seen) {
    seen.unless("no call was slow");
    Set<Cancelled> cancelled = new HashSet<>();
    for (ClientMessage message : view.messages()) {
      if (message.is("notifications/cancelled") && message.session() != null) {
        cancelled.add(
            new Cancelled(message.session(), JsonId.key(message.params().path("requestId"))));
      }
    }
    view.requests()
        .filter(message -> message.is("tools/call"))
        .filter(message -> message.accepted() || message.withoutResponse())
        .filter(message -> !message.hasResponse() || message.responseAt() - message.at() > SLOW)
        .forEach(
            message -> {
              RecordedResponse response = message.exchange().response();
              boolean waits = !message.hasResponse() && response.end() == StreamEnd.OPEN;
              if (!waits || cancelled.contains(new Cancelled(message.session(), message.key()))) {
                seen.good(message);
              } else if (view.finished() && view.now() - message.at() > LIMIT) {
                seen.warn(message, "still waiting after 10 minutes, when the run ended");
              } else if (!view.finished()) {
                seen.unless("a call is still waiting");
              }
            });
  }

  private record Cancelled(SessionView session, String key) {}
}
