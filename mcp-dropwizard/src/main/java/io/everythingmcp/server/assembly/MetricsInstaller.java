package io.everythingmcp.server.assembly;

import io.dropwizard.core.setup.Environment;
import io.everythingmcp.server.observation.AdminMenuServlet;
import io.everythingmcp.server.observation.logging.OperationLogger;
import io.everythingmcp.server.observation.metrics.AuthorizationServerMetrics;
import io.everythingmcp.server.observation.metrics.HttpMetrics;
import io.everythingmcp.server.observation.metrics.MetricsServlet;
import io.everythingmcp.server.observation.metrics.ServerMetrics;
import io.everythingmcp.server.protocol.ServerRuntime;
import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.server.wire.EndpointPath;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.function.DoubleSupplier;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Server;

/** Measures a server, and shows the figures on the admin port. */
public final class MetricsInstaller {
  private static final String PATH = "/prometheus";

  private MetricsInstaller() {}

  /**
   * Installs the metrics.
   *
   * @param endpoint path of the main endpoint
   * @param running number of in-flight requests
   */
  public static ServerMetrics install(
      ServerRuntime runtime,
      EndpointPath endpoint,
      DoubleSupplier running,
      Environment environment) {
    ServerMetrics metrics = new ServerMetrics(runtime, endpoint);
    runtime.operations().subscribe(new OperationLogger());
    metrics.gauge("mcp_server_requests_active", "In-flight requests on this instance", running);
    expose(metrics.registry(), environment);
    environment.lifecycle().addServerLifecycleListener(jetty -> count(jetty, metrics.http()));
    return metrics;
  }

  /** Installs the metrics of an authorization server in its own process. */
  public static AuthorizationServerMetrics install(StateStore store, Environment environment) {
    AuthorizationServerMetrics metrics = new AuthorizationServerMetrics(store);
    expose(metrics.registry(), environment);
    return metrics;
  }

  private static void expose(PrometheusRegistry registry, Environment environment) {
    environment.admin().addServlet("prometheus", new MetricsServlet(registry)).addMapping(PATH);
    environment.admin().addServlet("menu", new AdminMenuServlet()).addMapping("");
  }

  private static void count(Server jetty, HttpMetrics http) {
    RequestLog configured = jetty.getRequestLog();
    jetty.setRequestLog(configured == null ? http : new RequestLog.Collection(configured, http));
  }
}
