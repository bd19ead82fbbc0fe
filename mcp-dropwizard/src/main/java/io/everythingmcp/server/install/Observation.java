package io.everythingmcp.server.install;

import io.dropwizard.core.setup.Environment;
import io.everythingmcp.server.ops.logging.OperationLines;
import io.everythingmcp.server.ops.metrics.HttpMetrics;
import io.everythingmcp.server.ops.metrics.Metrics;
import io.everythingmcp.server.ops.metrics.MetricsServlet;
import io.everythingmcp.server.protocol.ServerRuntime;
import java.util.function.DoubleSupplier;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Server;

/** Measures a server, and shows the figures on the admin port. */
public final class Observation {
  private static final String PATH = "/prometheus";

  private Observation() {}

  /**
   * Begins to measure.
   *
   * @param running how many requests are worked on now
   */
  public static Metrics install(
      ServerRuntime runtime, DoubleSupplier running, Environment environment) {
    Metrics metrics = new Metrics(runtime);
    runtime.operations().listen(new OperationLines());
    metrics.gauge("mcp_server_requests_active", "Requests that are worked on here", running);
    environment
        .admin()
        .addServlet("prometheus", new MetricsServlet(metrics.registry()))
        .addMapping(PATH);
    environment.lifecycle().addServerLifecycleListener(jetty -> count(jetty, metrics.http()));
    return metrics;
  }

  private static void count(Server jetty, HttpMetrics http) {
    RequestLog configured = jetty.getRequestLog();
    jetty.setRequestLog(configured == null ? http : new RequestLog.Collection(configured, http));
  }
}
