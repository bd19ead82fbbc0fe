package io.everythingmcp.server.ops;

import io.everythingmcp.server.store.Store;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whether this instance works, for people and load balancers. */
@Path("/health")
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource {
  private final Store store;

  public HealthResource(Store store) {
    this.store = store;
  }

  /** Healthy and degraded are 200: an instance that waits for its store comes back on its own. */
  @GET
  public Response health() {
    boolean available = store.available();
    Map<String, String> services = new LinkedHashMap<>();
    services.put("mcp", "operational");
    if (store.kind().equals("redis")) {
      services.put("redis", available ? "operational" : "unavailable");
    }
    return Response.ok(Map.of("status", available ? "healthy" : "degraded", "services", services))
        .build();
  }
}
