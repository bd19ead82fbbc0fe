package io.everythingmcp.server.observation.metrics;

import io.everythingmcp.server.security.audit.ReuseListener;
import io.everythingmcp.server.store.StateStore;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/**
 * Metrics of an authorization server in its own process: outcomes of its requests, reused
 * credentials, the store and the JVM. They have the names that {@link ServerMetrics} uses for an
 * embedded one.
 */
public final class AuthorizationServerMetrics implements ReuseListener {
  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final AuthenticationMetrics authentications = new AuthenticationMetrics(registry);

  /**
   * Measures the authorization server that this object listens to.
   *
   * @param store the store of the authorization server
   */
  public AuthorizationServerMetrics(StateStore store) {
    StoreMetrics.register(registry, store);
    JvmMetrics.builder().register(registry);
  }

  @Override
  public void reused(String kind, String clientId, String subject) {
    authentications.reused(kind);
  }

  @Override
  public void outcome(String endpoint, String outcome) {
    authentications.accept(endpoint, outcome);
  }

  /** Returns the registry of all these metrics. */
  public PrometheusRegistry registry() {
    return registry;
  }
}
