package io.everythingmcp.server.observation.metrics;

import io.everythingmcp.server.store.StateStore;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.concurrent.TimeUnit;

/** Availability of the store, and duration of its commands. */
final class StoreMetrics {
  private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

  private StoreMetrics() {}

  /** Measures a store. */
  static void register(PrometheusRegistry registry, StateStore store) {
    GaugeWithCallback.builder()
        .name("mcp_server_store_up")
        .help("Whether the store is reachable")
        .callback(callback -> callback.call(store.available() ? 1 : 0))
        .register(registry);
    Histogram durations =
        Histogram.builder()
            .name("db_client_operation_duration_seconds")
            .help("Duration of store commands, including the wait for a connection")
            .classicOnly()
            .classicUpperBounds(0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5)
            .labelNames("db_system_name", "error_type")
            .register(registry);
    DistributionDataPoint good = durations.labelValues(store.kind(), "");
    DistributionDataPoint bad = durations.labelValues(store.kind(), "unavailable");
    store.watch((nanos, failed) -> (failed ? bad : good).observe(nanos / NANOS));
  }
}
