package io.everythingmcp.server.ops;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Whether this instance works, for people and load balancers. */
@Path("/health")
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource {
  private final Health health;

  public HealthResource(Health health) {
    this.health = health;
  }

  /** Healthy and degraded are 200: an instance that waits for its store comes back on its own. */
  @GET
  public Health.Report health() {
    return health.now();
  }
}
