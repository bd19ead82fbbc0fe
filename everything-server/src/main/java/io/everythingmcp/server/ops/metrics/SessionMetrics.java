package io.everythingmcp.server.ops.metrics;

import io.everythingmcp.server.event.EventListener;
import io.everythingmcp.server.event.ServerEvent;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.concurrent.TimeUnit;

/** How many sessions begin here, and how long those last whose end was noticed here. */
final class SessionMetrics implements EventListener {
  private static final double MILLIS = TimeUnit.SECONDS.toMillis(1);

  private final Counter created;
  private final Histogram durations;
  private final Counter errors;

  SessionMetrics(PrometheusRegistry registry) {
    created =
        Counter.builder()
            .name("mcp_server_sessions_begun_total")
            .help("Sessions that began")
            .register(registry);
    durations =
        Histogram.builder()
            .name("mcp_server_session_duration_seconds")
            .help("How long sessions lasted, by how they ended")
            .classicOnly()
            .classicUpperBounds(1, 5, 10, 30, 60, 120, 300, 600, 1800, 3600, 14400, 86400)
            .labelNames("reason")
            .register(registry);
    errors =
        Counter.builder()
            .name("mcp_server_transport_errors_total")
            .help("What broke between clients and the protocol")
            .register(registry);
  }

  @Override
  public boolean wants(Class<? extends ServerEvent> kind) {
    return kind == ServerEvent.SessionCreated.class
        || kind == ServerEvent.SessionEnded.class
        || kind == ServerEvent.TransportError.class;
  }

  @Override
  public void happened(ServerEvent event) {
    if (event instanceof ServerEvent.SessionCreated) {
      created.inc();
    } else if (event instanceof ServerEvent.SessionEnded ended) {
      durations.labelValues(ended.reason()).observe(ended.duration() / MILLIS);
    } else if (event instanceof ServerEvent.TransportError) {
      errors.inc();
    }
  }
}
