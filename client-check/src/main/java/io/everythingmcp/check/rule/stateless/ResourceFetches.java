package io.everythingmcp.check.rule.stateless;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.check.view.ClientMessage;
import io.everythingmcp.check.view.InputRoundTrips;
import io.everythingmcp.check.view.JournalView;
import io.everythingmcp.check.view.SenderView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Requests of one sender for the same cacheable result, in order. */
record ResourceFetches(SenderView sender, String method, List<ClientMessage> messages) {
  private static final Set<String> CACHEABLE =
      Set.of(
          "tools/list",
          "prompts/list",
          "resources/list",
          "resources/templates/list",
          "resources/read",
          "server/discover");

  private record Wanted(String method, JsonNode params) {}

  static List<ResourceFetches> of(JournalView view) {
    List<ResourceFetches> all = new ArrayList<>();
    for (SenderView sender : view.senders()) {
      Map<Wanted, ResourceFetches> byWanted = new LinkedHashMap<>();
      for (ClientMessage message : sender.messages()) {
        if (message.isRequest()
            && message.accepted()
            && CACHEABLE.contains(message.method())
            && !InputRoundTrips.isRetry(message)) {
          byWanted
              .computeIfAbsent(
                  new Wanted(message.method(), message.bareParams()),
                  key -> new ResourceFetches(sender, message.method(), new ArrayList<>()))
              .messages()
              .add(message);
        }
      }
      all.addAll(byWanted.values());
    }
    return all;
  }

  /** Whether so many steps between fetches are equal but for a share of them. */
  boolean regular(int least, double share) {
    if (messages.size() <= least) {
      return false;
    }
    long shortest = Long.MAX_VALUE;
    long longest = 0;
    for (int i = 1; i < messages.size(); i++) {
      long step = messages.get(i).at() - messages.get(i - 1).at();
      shortest = Math.min(shortest, step);
      longest = Math.max(longest, step);
    }
    return shortest >= 1000 && longest - shortest <= shortest * share;
  }
}
