package io.everythingmcp.check.rule.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.check.rule.RuleObservations;
import io.everythingmcp.check.view.ClientMessage;
import io.everythingmcp.check.view.JournalView;
import io.everythingmcp.check.view.JsonId;
import io.everythingmcp.check.view.SenderView;
import io.everythingmcp.check.view.ServerRequest;
import io.everythingmcp.check.view.SessionView;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** B10, B11 and B18: tokens for progress, and progress that the client reports. */
public final class ProgressTokens {
  private ProgressTokens() {}

  /** B10. */
  public static void type(JournalView view, RuleObservations seen) {
    view.requests()
        .filter(message -> message.meta().has("progressToken"))
        .forEach(
            message -> {
              JsonNode token = message.meta().get("progressToken");
              if (JsonId.isStringOrInteger(token)) {
                seen.good(message);
              } else {
                seen.fail(message, "progressToken is " + token);
              }
            });
  }

  /** B11. */
  public static void unique(JournalView view, RuleObservations seen) {
    for (SessionView session : view.sessions()) {
      unique(session.messages(), false, seen);
    }
    for (SenderView sender : view.senders()) {
      unique(sender.messages(), true, seen);
    }
  }

  private static void unique(List<ClientMessage> messages, boolean modern, RuleObservations seen) {
    Map<String, ClientMessage> users = new HashMap<>();
    Set<String> cancelled = new HashSet<>();
    for (ClientMessage message : messages) {
      if (message.is("notifications/cancelled")) {
        cancelled.add(JsonId.key(message.params().path("requestId")));
      }
      if (!message.isRequest() || !message.accepted() || !message.meta().has("progressToken")) {
        continue;
      }
      String token = JsonId.key(message.meta().get("progressToken"));
      ClientMessage user = users.put(token, message);
      if (user == null || !inUse(user, message, modern, cancelled)) {
        seen.good(message);
      } else {
        seen.fail(
            message,
            "progressToken " + message.meta().get("progressToken") + " belongs to an open request",
            user.n());
      }
    }
  }

  private static boolean inUse(
      ClientMessage user, ClientMessage message, boolean modern, Set<String> cancelled) {
    if (modern) {
      return user.exchange().response().endedAt() > message.at();
    }
    if (user.hasResponse()) {
      return user.responseAt() > message.at();
    }
    // A call whose stream ended without a response may be lost or cancelled: the journal does not
    // contain which.
    boolean overSse = user.session() != null && user.session().overSse();
    return !cancelled.contains(user.key())
        && (overSse || user.exchange().response().endedAt() > message.at());
  }

  /** B18. */
  public static void reported(JournalView view, RuleObservations seen) {
    for (SessionView session : view.sessions()) {
      Map<String, ServerRequest> tokens = new HashMap<>();
      for (ServerRequest request : session.serverRequests()) {
        JsonNode token = request.message().params().path("_meta").path("progressToken");
        if (!token.isMissingNode()) {
          tokens.put(JsonId.key(token), request);
        }
      }
      Map<String, BigDecimal> last = new HashMap<>();
      for (ClientMessage message : session.messages()) {
        if (!message.is("notifications/progress") || !message.accepted()) {
          continue;
        }
        String token = JsonId.key(message.params().path("progressToken"));
        JsonNode progress = message.params().path("progress");
        ServerRequest request = tokens.get(token);
        if (request == null) {
          seen.warn(message, "no pending request has the token " + token.substring(1));
          continue;
        }
        BigDecimal value = progress.isNumber() ? progress.decimalValue() : BigDecimal.ZERO;
        BigDecimal before = last.put(token, value);
        if (before != null && value.compareTo(before) <= 0) {
          seen.warn(message, "progress " + value + " after " + before, request.n());
        } else {
          seen.good(message);
        }
      }
    }
  }
}
