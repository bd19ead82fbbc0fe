package io.everythingmcp.server.observation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.everythingmcp.server.store.StateStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether this instance works, and what it needs. */
public final class HealthStatus {
  private static final String WORKS = "operational";
  private static final String AWAY = "unavailable";

  private final StateStore store;
  private final Supplier<Optional<AuthServer>> authServer;
  private volatile boolean stopping;

  /**
   * Creates the health status.
   *
   * @param authServer availability of the authorization server, if any
   */
  public HealthStatus(StateStore store, Supplier<Optional<AuthServer>> authServer) {
    this.store = store;
    this.authServer = authServer;
  }

  /**
   * The authorization server.
   *
   * @param url its URL; null if unknown
   * @param hint advice for operators; null while it is available
   */
  public record AuthServer(String url, String hint) {}

  /**
   * Health report.
   *
   * @param status healthy; degraded while a required part is unavailable; unhealthy if this
   *     instance should receive no requests
   * @param services the parts, each operational or unavailable
   * @param authServerUrl URL of the authorization server; null if there is none
   * @param hint advice for operators; null if healthy
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Report(
      String status, Map<String, String> services, String authServerUrl, String hint) {}

  /** Marks this instance as shutting down, so that it receives no further requests. */
  public void stopping() {
    stopping = true;
  }

  /**
   * Returns whether this instance is ready for requests: the store is available, and it is not
   * shutting down.
   */
  public boolean ready() {
    return !stopping && store.available();
  }

  /** How it is now. */
  public Report now() {
    boolean available = store.available();
    Optional<AuthServer> auth = authServer.get();
    String hint = auth.map(AuthServer::hint).orElse(null);
    Map<String, String> services = new LinkedHashMap<>();
    services.put("mcp", stopping ? "stopping" : WORKS);
    auth.ifPresent(server -> services.put("auth", server.hint() == null ? WORKS : AWAY));
    if (store.kind().equals("redis")) {
      services.put("redis", available ? WORKS : AWAY);
    }
    String status = available && hint == null ? "healthy" : "degraded";
    return new Report(
        stopping ? "unhealthy" : status, services, auth.map(AuthServer::url).orElse(null), hint);
  }
}
