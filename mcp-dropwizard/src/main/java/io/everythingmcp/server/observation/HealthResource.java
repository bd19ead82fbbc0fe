package io.everythingmcp.server.observation;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Health of this instance, for operators and load balancers. */
@Path("/health")
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource {
  private final HealthStatus health;

  public HealthResource(HealthStatus health) {
    this.health = health;
  }

  /**
   * Healthy and degraded are 200: an instance recovers when its store is available again. An
   * unhealthy instance is 503.
   */
  @GET
  public Response health() {
    HealthStatus.Report now = health.now();
    return respond(!now.status().equals("unhealthy"), now);
  }

  /** Liveness: the process responds. */
  @GET
  @Path("/live")
  public Response live() {
    return respond(true, Map.of("status", "alive"));
  }

  /** Readiness: 503 while the store is unavailable, and during shutdown. */
  @GET
  @Path("/ready")
  public Response ready() {
    boolean ready = health.ready();
    return respond(ready, Map.of("status", ready ? "ready" : "not ready"));
  }

  private static Response respond(boolean good, Object body) {
    return Response.status(good ? 200 : 503)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(body)
        .build();
  }
}
