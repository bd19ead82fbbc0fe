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
   * Health.
   *
   * @param authServer who gives the tokens that are accepted, where there is somebody
   */
  public HealthStatus(StateStore store, Supplier<Optional<AuthServer>> authServer) {
    this.store = store;
    this.authServer = authServer;
  }

  /**
   * Who gives tokens.
   *
   * @param url where it is; null where they come from somewhere else
   * @param hint what an operator should look at; null while it works
   */
  public record AuthServer(String url, String hint) {}

  /**
   * How it is.
   *
   * @param status healthy; degraded while something that is needed is away; unhealthy when this
   *     instance should get no requests
   * @param services the parts, each operational or unavailable
   * @param authServerUrl who gives tokens; null where nobody does
   * @param hint what an operator should look at; null while all is well
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Report(
      String status, Map<String, String> services, String authServerUrl, String hint) {}

  /** From now on no requests should come. */
  public void stopping() {
    stopping = true;
  }

  /** Whether requests should come here: while the store is there, and before the end. */
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
