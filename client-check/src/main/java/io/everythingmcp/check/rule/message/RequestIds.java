package io.everythingmcp.check.rule.message;

import io.everythingmcp.check.rule.RuleObservations;
import io.everythingmcp.check.view.ClientMessage;
import io.everythingmcp.check.view.JournalView;
import io.everythingmcp.check.view.SenderView;
import io.everythingmcp.check.view.SessionView;
import java.util.HashMap;
import java.util.Map;

/** B03 and B04: ids of requests are not used twice, at 2026-07-28 not at the same time. */
public final class RequestIds {
  private RequestIds() {}

  /** B03. */
  public static void uniqueInSession(JournalView view, RuleObservations seen) {
    for (SessionView session : view.sessions()) {
      Map<String, ClientMessage> first = new HashMap<>();
      for (ClientMessage message : session.messages()) {
        if (!message.isRequest() || !message.accepted() || message.is("initialize")) {
          continue;
        }
        ClientMessage earlier = first.putIfAbsent(message.key(), message);
        if (earlier == null) {
          seen.good(message);
        } else {
          seen.fail(
              message,
              "the id " + message.id() + " was used for " + earlier.method() + " before",
              earlier.n());
        }
      }
    }
  }

  /** B04. */
  public static void notOutstanding(JournalView view, RuleObservations seen) {
    for (SenderView sender : view.senders()) {
      if (sender.clientInfo().isMissingNode()) {
        seen.unless("the client sends no name, so two clients cannot be distinguished");
        continue;
      }
      Map<String, ClientMessage> last = new HashMap<>();
      for (ClientMessage message : sender.messages()) {
        if (!message.isRequest() || !message.accepted()) {
          continue;
        }
        ClientMessage earlier = last.put(message.key(), message);
        if (earlier == null || earlier.exchange().response().endedAt() <= message.at()) {
          seen.good(message);
          continue;
        }
        String received = "the id " + message.id() + " while " + earlier.method() + " was open";
        boolean oneConnection =
            earlier
                .exchange()
                .request()
                .connection()
                .equals(message.exchange().request().connection());
        if (oneConnection) {
          seen.fail(message, received, earlier.n());
        } else if (message.id().isTextual()) {
          seen.note(message, received + "; perhaps of another process", earlier.n());
        } else {
          seen.warn(message, received + "; perhaps of another process", earlier.n());
        }
      }
    }
  }
}
