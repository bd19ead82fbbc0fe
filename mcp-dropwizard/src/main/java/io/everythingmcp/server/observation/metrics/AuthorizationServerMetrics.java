package io.everythingmcp.server.observation.metrics;

import io.everythingmcp.server.store.StateStore;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/**
 * Metrics of an authorization server in its own process: outcomes of its requests, reused
 * credentials, the store and the JVM. They have the names that {@link ServerMetrics} uses for an
 * embedded one.
 */
public final class AuthorizationServerMetrics {
  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final AuthenticationMetrics authentications = new AuthenticationMetrics(registry);

  /**
   * Creates the metrics.
   *
   * @param store the store of the authorization server
   */
  public AuthorizationServerMetrics(StateStore store) {
    StoreMetrics.register(registry, store);
    JvmMetrics.builder().register(registry);
  }

  /**
   * Counts the reuse of a credential.
   *
   * @param kind {@code code} or {@code refresh_token}
   */
  public void reused(String kind) {
    authentications.reused(kind);
  }

  /**
   * Counts a request.
   *
   * @param endpoint name of the endpoint
   * @param outcome {@code completed}, or the error code of the response
   */
  public void outcome(String endpoint, String outcome) {
    authentications.accept(endpoint, outcome);
  }

  /** Returns the registry of all these metrics. */
  public PrometheusRegistry registry() {
    return registry;
  }
}
