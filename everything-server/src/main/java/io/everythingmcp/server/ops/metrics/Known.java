package io.everythingmcp.server.ops.metrics;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps the number of values of a label bounded. */
final class Known {
  static final String OTHER = "_other";

  private static final int MOST = 200;
  private static final Set<String> METHODS =
      Set.of(
          "completion/complete",
          "logging/setLevel",
          "ping",
          "prompts/get",
          "prompts/list",
          "resources/list",
          "resources/read",
          "resources/subscribe",
          "resources/templates/list",
          "resources/unsubscribe",
          "server/discover",
          "tasks/cancel",
          "tasks/get",
          "tasks/list",
          "tasks/result",
          "tasks/update",
          "tools/call",
          "tools/list");

  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  static String method(String name) {
    return METHODS.contains(name) ? name : OTHER;
  }

  /** The first so many values stand for themselves. */
  String bounded(String value) {
    if (seen.contains(value)) {
      return value;
    }
    return seen.size() < MOST && seen.add(value) ? value : OTHER;
  }
}
