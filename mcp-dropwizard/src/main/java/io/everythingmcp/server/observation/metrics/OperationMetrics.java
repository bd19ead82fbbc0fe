package io.everythingmcp.server.observation.metrics;

import io.everythingmcp.server.catalog.CurrentCatalog;
import io.everythingmcp.server.observation.CardinalityLimiter;
import io.everythingmcp.server.protocol.CompletedOperation;
import io.everythingmcp.server.wire.ProtocolRevision;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Duration of requests, by operation. */
final class OperationMetrics implements Consumer<CompletedOperation> {
  /** Buckets of the semantic conventions, and two finer ones: most requests here are faster. */
  static final double[] BUCKETS = {
    0.001, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 120, 300
  };

  private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

  private final CurrentCatalog catalog;
  private final CardinalityLimiter tenants = new CardinalityLimiter();
  private final Map<Kind, DistributionDataPoint> points = new ConcurrentHashMap<>();
  private final Histogram durations;

  OperationMetrics(PrometheusRegistry registry, CurrentCatalog catalog) {
    this.catalog = catalog;
    this.durations =
        Histogram.builder()
            .name("mcp_server_operation_duration_seconds")
            .help("Processing time of requests, without the time waiting for users")
            .classicOnly()
            .classicUpperBounds(BUCKETS)
            .withoutExemplars()
            .labelNames(
                "mcp_method_name",
                "gen_ai_tool_name",
                "gen_ai_prompt_name",
                "mcp_protocol_version",
                "mcp_era",
                "network_transport",
                "tenant",
                "error_type")
            .register(registry);
  }

  private record Kind(
      String method,
      String target,
      ProtocolRevision revision,
      boolean pipe,
      String tenant,
      String error) {}

  @Override
  public void accept(CompletedOperation operation) {
    String method = CardinalityLimiter.method(operation.request().method());
    Kind kind =
        new Kind(
            method,
            CardinalityLimiter.target(operation.request(), catalog.current()),
            operation.revision(),
            operation.channel() == io.everythingmcp.server.protocol.IncomingMessage.Channel.STDIO,
            operation.caller().tenant().map(tenants::bounded).orElse(""),
            operation.error() == null ? "" : operation.error());
    DistributionDataPoint point = points.get(kind);
    if (point == null) {
      point = points.computeIfAbsent(kind, this::point);
    }
    point.observe(operation.nanos() / NANOS);
  }

  private DistributionDataPoint point(Kind kind) {
    boolean tool = kind.method().equals("tools/call");
    return durations.labelValues(
        kind.method(),
        tool ? kind.target() : "",
        tool ? "" : kind.target(),
        kind.revision().date(),
        kind.revision().stateful() ? "stateful" : "stateless",
        kind.pipe() ? "pipe" : "tcp",
        kind.tenant(),
        kind.error());
  }
}
