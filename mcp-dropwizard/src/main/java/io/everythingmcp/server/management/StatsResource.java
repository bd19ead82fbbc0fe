package io.everythingmcp.server.management;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.function.Supplier;

/** Figures of this instance, and of what all instances share. */
@Path("/management/stats")
@Produces(MediaType.APPLICATION_JSON)
public final class StatsResource {
  private final Supplier<Map<String, Object>> stats;

  public StatsResource(Supplier<Map<String, Object>> stats) {
    this.stats = stats;
  }

  /** The figures as they are now. */
  @GET
  public Map<String, Object> stats() {
    return stats.get();
  }
}
