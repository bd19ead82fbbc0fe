package io.everythingmcp.server.observation.metrics;

import io.everythingmcp.server.observation.CardinalityLimiter;
import java.util.Set;

/** The paths of this server, as few as a label can have. */
public final class RouteLabels {
  private static final Set<String> WHOLE =
      Set.of(
          "/",
          "/mcp",
          "/sse",
          "/message",
          "/health",
          "/authorize",
          "/token",
          "/register",
          "/revoke",
          "/introspect",
          "/jwks");

  private static final String[] FAMILIES = {
    "/mcp/",
    "/t/",
    "/health/",
    "/management/",
    "/elicitation/",
    "/oauth/",
    "/.well-known/",
    "/fakeupstreamauth/",
    "/check"
  };

  private RouteLabels() {}

  /** The route of a path. */
  public static String of(String path) {
    if (WHOLE.contains(path)) {
      return path;
    }
    for (String family : FAMILIES) {
      if (path.startsWith(family)) {
        return family + (family.endsWith("/") ? "*" : "");
      }
    }
    return CardinalityLimiter.OTHER;
  }
}
