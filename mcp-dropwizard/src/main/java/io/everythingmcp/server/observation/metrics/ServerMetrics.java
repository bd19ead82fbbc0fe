package io.everythingmcp.server.observation.metrics;

import io.everythingmcp.api.event.ServerEvent;
import io.everythingmcp.server.protocol.ServerRuntime;
import io.everythingmcp.server.store.StoreUnavailableException;
import io.everythingmcp.server.wire.EndpointPath;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.function.DoubleSupplier;

/** All that this instance measures. */
public final class ServerMetrics {
  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final HttpMetrics http;

  /**
   * Measures the requests, sessions and the store of a server, and its JVM.
   *
   * @param endpoint path of the main endpoint
   */
  public ServerMetrics(ServerRuntime runtime, EndpointPath endpoint) {
    http = new HttpMetrics(registry, endpoint);
    runtime.operations().subscribe(new OperationMetrics(registry, runtime.catalog()));
    AuthenticationMetrics authentications = new AuthenticationMetrics(registry);
    runtime.operations().subscribeToAuthentication(authentications);
    runtime
        .events()
        .subscribe(
            ServerEvent.CredentialReused.class, reuse -> authentications.reused(reuse.kind()));
    SessionMetrics.register(registry, runtime.events());
    JvmMetrics.builder().register(registry);
    counter(
        "mcp_server_events_lost_total",
        "Events dropped because a listener was too slow",
        runtime.events()::droppedCount);
    gauge("mcp_server_workers_active", "Threads for blocking work", runtime.executor()::running);
    StoreMetrics.register(registry, runtime.store());
  }

  /**
   * Registers a gauge whose value is computed by a function; it is omitted while the store is
   * unavailable.
   */
  public void gauge(String name, String help, DoubleSupplier value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(
            callback -> {
              try {
                callback.call(value.getAsDouble());
              } catch (StoreUnavailableException e) {
                // The gauge of the store reports this.
                return;
              }
            })
        .register(registry);
  }

  /** Registers a counter whose value is computed by a function. */
  public void counter(String name, String help, DoubleSupplier value) {
    CounterWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> callback.call(value.getAsDouble()))
        .register(registry);
  }

  /** Returns the counter of HTTP responses. */
  public HttpMetrics http() {
    return http;
  }

  /** Everything, to be shown. */
  public PrometheusRegistry registry() {
    return registry;
  }
}
