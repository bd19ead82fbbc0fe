package io.everythingmcp.check.rule.stateless;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.check.journal.StreamEnd;
import io.everythingmcp.check.rule.RuleObservations;
import io.everythingmcp.check.view.ClientMessage;
import io.everythingmcp.check.view.JournalView;
import io.everythingmcp.check.view.SenderView;
import io.everythingmcp.check.view.ServerMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** M19 to M22: notifications of changes, and the cache of the client. */
public final class ChangeRules {
  private static final long AGAIN = 60_000;
  private static final int POLLS = 5;
  private static final int MANY = 10;
  private static final Set<String> FLAGS =
      Set.of("toolsListChanged", "promptsListChanged", "resourcesListChanged");

  private ChangeRules() {}

  private static boolean isListen(ClientMessage message) {
    return message.isRequest() && message.is("subscriptions/listen");
  }

  /** M19. */
  public static void listens(JournalView view, RuleObservations seen) {
    seen.unless("no list was requested often, and no subscription was lost");
    for (SenderView sender : view.senders()) {
      List<ClientMessage> listens =
          sender.messages().stream().filter(ChangeRules::isListen).toList();
      long last = sender.messages().get(sender.messages().size() - 1).at();
      for (int i = 0; i < listens.size(); i++) {
        ClientMessage listen = listens.get(i);
        long end = listen.exchange().response().endedAt();
        boolean lost =
            listen.accepted()
                && !listen.hasResponse()
                && listen.exchange().response().end() == StreamEnd.ABORT;
        boolean again = i + 1 < listens.size() && listens.get(i + 1).at() - end <= AGAIN;
        if (lost && !again && last > end + AGAIN) {
          seen.warn(listen, "not opened again within 60 seconds after it was lost");
        } else {
          seen.good(listen);
        }
      }
    }
    for (ResourceFetches fetches : ResourceFetches.of(view)) {
      boolean listening = fetches.sender().messages().stream().anyMatch(ChangeRules::isListen);
      if (!listening && fetches.method().endsWith("/list") && fetches.regular(POLLS, 0.1)) {
        seen.warn(
            fetches.messages().get(POLLS),
            fetches.messages().size() + " times " + fetches.method() + " at equal steps",
            fetches.messages().get(0).n());
      }
    }
  }

  /** M20. */
  public static void filter(JournalView view, RuleObservations seen) {
    seen.unless("no subscription was opened");
    view.modernRequests()
        .filter(ChangeRules::isListen)
        .forEach(
            message -> {
              JsonNode filter = message.params().path("notifications");
              String wrong = filter.isObject() ? null : "notifications are " + filter;
              for (Map.Entry<String, JsonNode> member : filter.properties()) {
                if (!fits(member.getKey(), member.getValue(), message)) {
                  wrong = member.getKey() + ": " + member.getValue();
                }
              }
              if (wrong == null) {
                seen.good(message);
              } else {
                seen.fail(message, wrong);
              }
            });
  }

  private static boolean fits(String key, JsonNode value, ClientMessage message) {
    if (FLAGS.contains(key)) {
      return value.isBoolean();
    }
    if (key.equals("resourceSubscriptions")) {
      boolean texts = value.isArray();
      for (JsonNode uri : value) {
        texts &= uri.isTextual();
      }
      return texts;
    }
    // An extension may add keys.
    return !message.capabilities().path("extensions").isEmpty();
  }

  /** Changes that the server announced, by the method whose results become stale. */
  private static Map<String, NavigableSet<Long>> announced(JournalView view) {
    Map<String, NavigableSet<Long>> changes = new HashMap<>();
    for (List<ServerMessage> messages : view.byExchange().values()) {
      for (ServerMessage message : messages) {
        String method =
            switch (message.method()) {
              case "notifications/tools/list_changed" -> "tools/list";
              case "notifications/prompts/list_changed" -> "prompts/list";
              case "notifications/resources/list_changed" -> "resources/list";
              case "notifications/resources/updated" -> "resources/read";
              default -> null;
            };
        if (method != null) {
          changes.computeIfAbsent(method, key -> new TreeSet<>()).add(message.at());
        }
      }
    }
    return changes;
  }

  /** The first check of M21. */
  public static void fresh(JournalView view, RuleObservations seen) {
    seen.unless("nothing was fetched twice");
    Map<String, NavigableSet<Long>> changes = announced(view);
    for (ResourceFetches fetches : ResourceFetches.of(view)) {
      List<ClientMessage> needless = new ArrayList<>();
      for (int i = 1; i < fetches.messages().size(); i++) {
        ClientMessage before = fetches.messages().get(i - 1);
        ClientMessage message = fetches.messages().get(i);
        long ttl = before.result().path("ttlMs").asLong(0);
        // Two at once: the second was sent before the response to the first.
        boolean atOnce = before.responseAt() > message.at() - JournalView.NO_ORDER;
        boolean stale = !before.hasResponse() || message.at() >= before.responseAt() + ttl;
        if (!atOnce && !stale && !changed(changes, fetches.method(), before, message)) {
          needless.add(message);
        } else {
          seen.good(message);
        }
      }
      for (ClientMessage message : needless) {
        String received = message.method() + " again while fresh, " + needless.size() + " in all";
        if (needless.size() >= MANY) {
          seen.warn(message, received);
        } else {
          seen.note(message, received);
        }
      }
    }
  }

  private static boolean changed(
      Map<String, NavigableSet<Long>> changes,
      String method,
      ClientMessage before,
      ClientMessage message) {
    NavigableSet<Long> times =
        changes.get(method.equals("resources/templates/list") ? "resources/list" : method);
    Long next = times == null ? null : times.ceiling(before.at());
    return next != null && next <= message.at();
  }

  /** The second check of M21. */
  public static void jitter(JournalView view, RuleObservations seen) {
    seen.unless("nothing was fetched ten times");
    for (ResourceFetches fetches : ResourceFetches.of(view)) {
      if (fetches.regular(MANY, 0.02)) {
        seen.fail(
            fetches.messages().get(MANY),
            fetches.messages().size() + " times " + fetches.method() + " at equal steps",
            fetches.messages().get(0).n());
      } else if (fetches.messages().size() > MANY) {
        seen.good(fetches.messages().get(MANY));
      }
    }
  }

  /** M22. */
  public static void notShared(JournalView view, RuleObservations seen) {
    seen.unless("a server cannot see what a client keeps");
  }
}
