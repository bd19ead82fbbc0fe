package io.everythingmcp.server.observation.metrics;

import io.everythingmcp.api.event.ServerEvent;
import io.everythingmcp.api.event.ServerEventBus;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.concurrent.TimeUnit;

/**
 * Number of created sessions, and lifetime of the sessions whose end was detected on this instance.
 */
final class SessionMetrics {
  private static final double MILLIS = TimeUnit.SECONDS.toMillis(1);

  private SessionMetrics() {}

  /** Measures them. */
  static void register(PrometheusRegistry registry, ServerEventBus events) {
    Counter created =
        Counter.builder()
            .name("mcp_server_sessions_begun_total")
            .help("Created sessions")
            .register(registry);
    Histogram durations =
        Histogram.builder()
            .name("mcp_server_session_duration_seconds")
            .help("Duration of sessions, by reason of their end")
            .classicOnly()
            .classicUpperBounds(1, 5, 10, 30, 60, 120, 300, 600, 1800, 3600, 14400, 86400)
            .labelNames("reason")
            .register(registry);
    Counter errors =
        Counter.builder()
            .name("mcp_server_transport_errors_total")
            .help("Transport errors")
            .register(registry);
    events.subscribe(ServerEvent.SessionCreated.class, begun -> created.inc());
    events.subscribe(
        ServerEvent.SessionEnded.class,
        ended -> durations.labelValues(ended.reason()).observe(ended.duration() / MILLIS));
    events.subscribe(ServerEvent.TransportError.class, broken -> errors.inc());
  }
}
