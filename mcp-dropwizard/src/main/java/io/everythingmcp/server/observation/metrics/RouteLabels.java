package io.everythingmcp.server.observation.metrics;

import io.everythingmcp.server.observation.CardinalityLimiter;
import io.everythingmcp.server.wire.EndpointPath;
import java.util.Set;

/** The paths of this server, as few as a label can have. */
public final class RouteLabels {
  private static final Set<String> WHOLE =
      Set.of(
          "/",
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
    "/t/",
    "/health/",
    "/management/",
    "/elicitation/",
    "/oauth/",
    "/.well-known/",
    "/fakeupstreamauth/",
    "/check"
  };

  private final EndpointPath endpoint;

  /** The routes of a server with this endpoint. */
  public RouteLabels(EndpointPath endpoint) {
    this.endpoint = endpoint;
  }

  /** The route of a path. */
  public String of(String path) {
    if (WHOLE.contains(path)) {
      return path;
    }
    if (endpoint.includes(path)) {
      return path.equals(endpoint.path()) ? path : endpoint.path() + "/*";
    }
    for (String family : FAMILIES) {
      if (path.startsWith(family)) {
        return family + (family.endsWith("/") ? "*" : "");
      }
    }
    return CardinalityLimiter.OTHER;
  }
}
