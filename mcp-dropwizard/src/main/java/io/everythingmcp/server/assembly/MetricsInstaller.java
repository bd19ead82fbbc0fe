package io.everythingmcp.server.assembly;

import io.dropwizard.core.setup.Environment;
import io.everythingmcp.server.observation.AdminMenuServlet;
import io.everythingmcp.server.observation.logging.OperationLogger;
import io.everythingmcp.server.observation.metrics.HttpMetrics;
import io.everythingmcp.server.observation.metrics.MetricsServlet;
import io.everythingmcp.server.observation.metrics.ServerMetrics;
import io.everythingmcp.server.protocol.ServerRuntime;
import io.everythingmcp.server.wire.EndpointPath;
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
    environment
        .admin()
        .addServlet("prometheus", new MetricsServlet(metrics.registry()))
        .addMapping(PATH);
    environment.admin().addServlet("menu", new AdminMenuServlet()).addMapping("");
    environment.lifecycle().addServerLifecycleListener(jetty -> count(jetty, metrics.http()));
    return metrics;
  }

  private static void count(Server jetty, HttpMetrics http) {
    RequestLog configured = jetty.getRequestLog();
    jetty.setRequestLog(configured == null ? http : new RequestLog.Collection(configured, http));
  }
}
