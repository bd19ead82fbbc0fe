package io.everythingmcp.server.observation;

import io.everythingmcp.server.store.StateStore;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.Map;

/** Health of a stand-alone authorization server. */
@Path("/health")
@Produces(MediaType.APPLICATION_JSON)
public final class AuthorizationServerHealthResource {
  private final Map<String, String> endpoints = new LinkedHashMap<>();
  private final StateStore store;

  /**
   * Its health.
   *
   * @param issuer where its endpoints are
   * @param registration whether clients may register themselves
   */
  public AuthorizationServerHealthResource(String issuer, boolean registration, StateStore store) {
    this.store = store;
    endpoints.put("metadata", issuer + "/.well-known/oauth-authorization-server");
    endpoints.put("authorize", issuer + "/authorize");
    if (registration) {
      endpoints.put("register", issuer + "/register");
    }
    endpoints.put("token", issuer + "/token");
    endpoints.put("introspect", issuer + "/introspect");
    endpoints.put("revoke", issuer + "/revoke");
  }

  /**
   * Health report.
   *
   * @param status healthy, or degraded while the store is unavailable
   * @param mode kind of this process
   * @param endpoints endpoints for clients
   */
  public record Report(String status, String mode, Map<String, String> endpoints) {}

  @GET
  public Report health() {
    return new Report(
        store.available() ? "healthy" : "degraded", "authorization-server", endpoints);
  }
}
