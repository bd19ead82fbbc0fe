package io.everythingmcp.server.observation.metrics;

import io.everythingmcp.server.observation.CardinalityLimiter;
import io.everythingmcp.server.wire.EndpointPath;
import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;

/** Counts the responses of the application port by route, method and status. */
public final class HttpMetrics implements RequestLog {
  private static final String ADMIN = "admin";
  private static final Set<String> METHODS =
      Set.of("GET", "POST", "DELETE", "PUT", "OPTIONS", "HEAD");

  private final RouteLabels routes;
  private final Counter responses;
  private final Map<Kind, CounterDataPoint> points = new ConcurrentHashMap<>();

  HttpMetrics(PrometheusRegistry registry, EndpointPath endpoint) {
    routes = new RouteLabels(endpoint);
    responses =
        Counter.builder()
            .name("mcp_server_http_responses_total")
            .help("Responses of the application port, by route")
            .labelNames("http_route", "http_request_method", "http_response_status_code")
            .withoutExemplars()
            .register(registry);
  }

  private record Kind(String route, String method, int status) {}

  @Override
  public void log(Request request, Response response) {
    if (ADMIN.equals(request.getConnectionMetaData().getConnector().getName())) {
      return;
    }
    Kind kind =
        new Kind(
            routes.of(Request.getPathInContext(request)),
            METHODS.contains(request.getMethod()) ? request.getMethod() : CardinalityLimiter.OTHER,
            response.getStatus());
    CounterDataPoint point = points.get(kind);
    if (point == null) {
      point =
          points.computeIfAbsent(
              kind,
              k -> responses.labelValues(k.route(), k.method(), Integer.toString(k.status())));
    }
    point.inc();
  }
}
