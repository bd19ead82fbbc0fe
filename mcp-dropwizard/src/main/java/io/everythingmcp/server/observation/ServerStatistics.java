package io.everythingmcp.server.observation;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Statistics of the server; each component adds its own. */
public final class ServerStatistics {
  private final Instant startedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private final Map<String, Supplier<?>> figures = new LinkedHashMap<>();

  /** The time, and the memory of this process. */
  public ServerStatistics() {
    add("startedAt", () -> startedAt);
    add("uptime", () -> ChronoUnit.MILLIS.between(startedAt, Instant.now()));
    add("heapBytes", ServerStatistics::heap);
  }

  /** How much of the heap is in use, garbage included. */
  public static long heap() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** Adds a figure; before the server serves. */
  public void add(String name, Supplier<?> figure) {
    figures.put(name, figure);
  }

  /** Returns the current values. A value that needs the unavailable store is omitted. */
  public Map<String, Object> now() {
    Map<String, Object> now = new LinkedHashMap<>();
    figures.forEach(
        (name, figure) -> {
          try {
            now.put(name, figure.get());
          } catch (io.everythingmcp.server.store.StoreUnavailableException e) {
            now.put(name, null);
          }
        });
    return now;
  }
}
