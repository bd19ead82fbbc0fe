package io.everythingmcp.server.observation;

import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.server.wire.RpcMessage;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Limits the number of metric labels. */
public final class CardinalityLimiter {
  /** Label value for everything unknown to this server. */
  public static final String OTHER = "_other";

  private static final int MOST = 200;
  private static final Set<String> METHODS =
      Set.of(
          "completion/complete",
          "initialize",
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
          "subscriptions/listen",
          "tasks/cancel",
          "tasks/get",
          "tasks/list",
          "tasks/result",
          "tasks/update",
          "tools/call",
          "tools/list");

  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  /** A method of the protocol. */
  public static String method(String name) {
    return METHODS.contains(name) ? name : OTHER;
  }

  /** Returns the tool or prompt of a request; empty without one. Unknown names are replaced. */
  public static String target(RpcMessage.Request request, FeatureCatalog catalog) {
    boolean tool = request.method().equals("tools/call");
    if (!tool && !request.method().equals("prompts/get")) {
      return "";
    }
    String name = request.params().path("name").asText();
    boolean known = tool ? catalog.tool(name).isPresent() : catalog.prompt(name).isPresent();
    return known ? name : OTHER;
  }

  /** Returns the value if it is one of the first ones; otherwise {@link #OTHER}. */
  public String bounded(String value) {
    if (seen.contains(value)) {
      return value;
    }
    return seen.size() < MOST && seen.add(value) ? value : OTHER;
  }
}
