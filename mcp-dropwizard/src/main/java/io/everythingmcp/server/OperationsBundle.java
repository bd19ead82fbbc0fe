package io.everythingmcp.server;

import io.dropwizard.core.ConfiguredBundle;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.everythingmcp.api.event.ServerEvent;
import io.everythingmcp.api.event.ServerEventBus;
import io.everythingmcp.server.config.EverythingConfiguration;
import io.everythingmcp.server.config.part.ServerPart;
import io.everythingmcp.server.install.Management;
import io.everythingmcp.server.install.Observation;
import io.everythingmcp.server.install.Traces;
import io.everythingmcp.server.ops.Stats;
import io.everythingmcp.server.ops.Warnings;
import io.everythingmcp.server.ops.metrics.Metrics;
import io.everythingmcp.server.ops.session.SessionAdmin; // stateful
import io.everythingmcp.server.ops.session.SessionsResource; // stateful
import io.everythingmcp.server.ops.tenant.TenantsResource;
import io.everythingmcp.server.protocol.ServerRuntime;
import io.everythingmcp.server.protocol.StoredScope; // stateful
import io.everythingmcp.server.session.EventLog; // stateful
import io.everythingmcp.server.session.SessionLimits; // stateful
import io.everythingmcp.server.session.Sessions; // stateful
import io.everythingmcp.server.store.Store; // stateful
import java.time.Duration;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Management, metrics, traces, and figures that are watched. */
public final class OperationsBundle implements ConfiguredBundle<EverythingConfiguration> {
  private static final Logger LOG = LoggerFactory.getLogger(OperationsBundle.class);
  private static final Duration LOOK = Duration.ofSeconds(30);

  private final McpBundle mcp;

  /**
   * Operations of these endpoints.
   *
   * @param mcp is added to the same application
   */
  public OperationsBundle(McpBundle mcp) {
    this.mcp = mcp;
  }

  @Override
  public void initialize(Bootstrap<?> bootstrap) {
    mcp.assembly().add(ServerPart.OPERATIONS);
  }

  @Override
  public void run(EverythingConfiguration configuration, Environment environment) {
    mcp.assembly().run(ServerPart.OPERATIONS, configuration, environment, this::install);
  }

  private void install(EverythingConfiguration configuration, Environment environment) {
    McpServer server = mcp.server();
    Stats stats = new Stats();
    stats.add("eventsLost", server.runtime().events()::lost);
    stats.add("requestsRunning", server::running);
    Metrics metrics = Observation.install(server.runtime(), server::running, environment);
    Traces.install(server.runtime(), configuration, environment);
    metrics.gauge("mcp_server_streams", "Open streams and answers that are waited for", mcp::open);
    Warnings warnings = new Warnings();
    warnings.watch("bytes of heap", configuration.getLimits().getWarnHeap().toBytes(), Stats::heap);
    server.runtime().workers().every(LOOK, warnings::look);
    ServerEventBus events = server.runtime().events();
    events.listen(ServerEvent.Stopped.class, stopped -> LOG.info("Final: {}", stats.now()));
    ServerRuntime runtime = server.runtime();
    Management management = Management.install(runtime, configuration, environment, stats);
    server.stateless().ifPresent(era -> management.rotates("requestState", era::rotateKeys));
    sessions(configuration, management, metrics, warnings);
    tenants(runtime, configuration, management, warnings);
  }

  private static Sessions directory( // stateful
      ServerRuntime runtime, EverythingConfiguration configuration, Store store) { // stateful
    SessionLimits limits = AllEras.limits(configuration, runtime); // stateful
    Sessions sessions = // stateful
        new Sessions(store, new EventLog(store), limits, runtime.events()); // stateful
    sessions.whenGone(id -> StoredScope.ofSession(store, id).clear()); // stateful
    return sessions; // stateful
  } // stateful

  private void sessions(
      EverythingConfiguration configuration,
      Management management,
      Metrics metrics,
      Warnings warnings) {
    management.stats().add("activeSessions", mcp::sessions);
    metrics.gauge("mcp_server_sessions", "Sessions on all instances", mcp::sessions);
    warnings.watch("sessions", configuration.getLimits().getWarnSessions(), mcp::sessions);
  }

  private void tenants(
      ServerRuntime runtime,
      EverythingConfiguration configuration,
      Management management,
      Warnings warnings) {
    TenantServers servers = mcp.tenantServers();
    Function<Store, SessionAdmin> sessions = // stateful
        store -> new SessionAdmin(directory(runtime, configuration, store)); // stateful
    management.add( // stateful
        new SessionsResource(whose -> servers.whose(whose).map(sessions))); // stateful
    management.rotates("requestState of tenants and mounts", mcp::rotateKeys);
    if (mcp.assembly().parts().contains(ServerPart.TENANTS)) {
      management.add(
          new TenantsResource(
              mcp.tenantAdmin(), runtime.catalog()::current, configuration.getBaseUri()));
    }
    management.stats().add("registeredTokens", servers.tenants()::tokenCount);
    management.stats().add("activeServers", servers::active);
    int bound = configuration.getLimits().getWarnTokens();
    warnings.watch("tokens", bound, servers.tenants()::tokenCount);
  }
}
