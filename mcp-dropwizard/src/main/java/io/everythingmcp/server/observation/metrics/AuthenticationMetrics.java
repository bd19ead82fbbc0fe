package io.everythingmcp.server.observation.metrics;

import io.everythingmcp.server.observation.CardinalityLimiter;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Set;
import java.util.function.BiConsumer;

/** Number of outcomes of authentication, of requests to the authorization server, and of reuses. */
final class AuthenticationMetrics implements BiConsumer<String, String> {
  /** Outcomes and error codes; a redirect may contain any other one. */
  private static final Set<String> OUTCOMES =
      Set.of(
          "accepted",
          "access_denied",
          "anonymous",
          "completed",
          "insufficient_scope",
          "invalid_client",
          "invalid_client_metadata",
          "invalid_grant",
          "invalid_redirect_uri",
          "invalid_request",
          "invalid_request_uri",
          "invalid_scope",
          "invalid_target",
          "invalid_token",
          "login_required",
          "missing_credential",
          "rate_limited",
          "request_not_supported",
          "server_error",
          "temporarily_unavailable",
          "unauthorized_client",
          "unavailable",
          "unsupported_grant_type",
          "unsupported_response_type");

  private final Counter outcomes;
  private final Counter reused;

  AuthenticationMetrics(PrometheusRegistry registry) {
    outcomes =
        Counter.builder()
            .name("mcp_server_authentications_total")
            .help("Outcomes of authentication and of requests to the authorization server")
            .labelNames("operation", "outcome")
            .withoutExemplars()
            .register(registry);
    outcomes.initLabelValues("request", "accepted");
    reused =
        Counter.builder()
            .name("mcp_server_credentials_reused_total")
            .help("Authorization codes and refresh tokens used twice, which revoked their grants")
            .labelNames("kind")
            .register(registry);
    reused.initLabelValues("code");
    reused.initLabelValues("refresh_token");
  }

  @Override
  public void accept(String operation, String outcome) {
    outcomes
        .labelValues(operation, OUTCOMES.contains(outcome) ? outcome : CardinalityLimiter.OTHER)
        .inc();
  }

  /**
   * Counts a reuse.
   *
   * @param kind {@code code} or {@code refresh_token}
   */
  void reused(String kind) {
    reused.labelValues(kind).inc();
  }
}
