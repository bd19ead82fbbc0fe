package io.everythingmcp.server.observation;

import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.server.wire.RpcMessage;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps the number of names bounded under which something is measured. */
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

  /**
   * The tool or prompt that a request is about; empty where it is about none. One that does not
   * exist has no name of its own.
   */
  public static String target(RpcMessage.Request request, FeatureCatalog catalog) {
    boolean tool = request.method().equals("tools/call");
    if (!tool && !request.method().equals("prompts/get")) {
      return "";
    }
    String name = request.params().path("name").asText();
    boolean known = tool ? catalog.tool(name).isPresent() : catalog.prompt(name).isPresent();
    return known ? name : OTHER;
  }

  /** The first so many values stand for themselves. */
  public String bounded(String value) {
    if (seen.contains(value)) {
      return value;
    }
    return seen.size() < MOST && seen.add(value) ? value : OTHER;
  }
}
