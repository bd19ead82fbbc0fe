package io.everythingmcp.server.ops;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.everythingmcp.server.store.Store;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Whether this instance works, and what it needs. Whoever needs something adds it. */
public final class Health {
  private static final String OPERATIONAL = "operational";
  private static final String UNAVAILABLE = "unavailable";

  private final Map<String, BooleanSupplier> needs = new LinkedHashMap<>();
  private volatile String authServerUrl;
  private volatile boolean stopping;

  /** The health of a server, as far as its store is concerned. */
  public Health(Store store) {
    if (store.kind().equals("redis")) {
      add("redis", store::available);
    }
  }

  /**
   * How it is.
   *
   * @param status healthy; degraded while something that is needed is away; unhealthy when this
   *     instance should get no requests
   * @param services the parts, each operational or unavailable
   * @param authServerUrl where tokens come from, if they come from somewhere
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Report(String status, Map<String, String> services, String authServerUrl) {}

  /**
   * Adds something that is needed; before the server serves.
   *
   * @param service what it is called
   * @param available whether it is there now: quick, as people and load balancers wait for it
   */
  public void add(String service, BooleanSupplier available) {
    needs.put(service, available);
  }

  /** Says where tokens come from. */
  public void authServerUrl(String url) {
    authServerUrl = url;
  }

  /** From now on no requests should come. */
  public void stopping() {
    stopping = true;
  }

  /** Whether requests should come: nothing that is needed is away. */
  public boolean ready() {
    return !stopping && needs.values().stream().allMatch(BooleanSupplier::getAsBoolean);
  }

  /** How it is now. */
  public Report now() {
    Map<String, String> services = new LinkedHashMap<>();
    services.put("mcp", stopping ? "stopping" : OPERATIONAL);
    needs.forEach(
        (name, available) ->
            services.put(name, available.getAsBoolean() ? OPERATIONAL : UNAVAILABLE));
    String status = services.containsValue(UNAVAILABLE) ? "degraded" : "healthy";
    return new Report(stopping ? "unhealthy" : status, services, authServerUrl);
  }
}
