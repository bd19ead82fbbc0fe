package io.everythingmcp.server.ops;

import io.everythingmcp.server.store.Store;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whether this instance works, and what it needs. */
public final class Health {
  private final Store store;

  public Health(Store store) {
    this.store = store;
  }

  /**
   * How it is.
   *
   * @param status healthy, or degraded while something that is needed is away
   * @param services the parts, each operational or unavailable
   */
  public record Report(String status, Map<String, String> services) {}

  /** How it is now. */
  public Report now() {
    boolean available = store.available();
    Map<String, String> services = new LinkedHashMap<>();
    services.put("mcp", "operational");
    if (store.kind().equals("redis")) {
      services.put("redis", available ? "operational" : "unavailable");
    }
    return new Report(available ? "healthy" : "degraded", services);
  }
}
