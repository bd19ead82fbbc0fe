package io.everythingmcp.server;

import io.dropwizard.core.setup.Environment;
import io.everythingmcp.api.event.ServerEvent;
import io.everythingmcp.api.event.ServerEventBus;
import io.everythingmcp.server.assembly.ManagementApi;
import io.everythingmcp.server.assembly.MetricsInstaller;
import io.everythingmcp.server.assembly.TracingInstaller;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.management.ManagementProvider;
import io.everythingmcp.server.management.ManagementTokenFilter;
import io.everythingmcp.server.management.tenant.TenantsResource;
import io.everythingmcp.server.observation.ServerStatistics;
import io.everythingmcp.server.observation.ThresholdWarnings;
import io.everythingmcp.server.observation.metrics.ServerMetrics;
import io.everythingmcp.server.protocol.ServerRuntime;
import io.everythingmcp.server.security.audit.AuthenticationLog;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Management, metrics, traces, and figures that are watched. */
final class OperationsInstaller {
  private static final Logger LOG = LoggerFactory.getLogger(OperationsInstaller.class);
  private static final Duration LOOK = Duration.ofSeconds(30);

  private final InstalledServer mcp;

  OperationsInstaller(InstalledServer mcp) {
    this.mcp = mcp;
  }

  /** Installs the operations of the server, which is installed already. */
  void install(McpConfiguration configuration, Environment environment) {
    McpServer server = mcp.server();
    ServerStatistics stats = new ServerStatistics();
    stats.add("eventsLost", server.runtime().events()::droppedCount);
    stats.add("requestsRunning", server::activeRequestCount);
    ServerMetrics metrics =
        MetricsInstaller.install(
            server.runtime(), configuration.endpoint(), server::activeRequestCount, environment);
    TracingInstaller.install(server.runtime(), configuration, environment);
    metrics.gauge("mcp_server_streams", "Open streams and pending responses", mcp::openStreamCount);
    ThresholdWarnings warnings = new ThresholdWarnings();
    warnings.watch(
        "bytes of heap", configuration.getLimits().getWarnHeap().toBytes(), ServerStatistics::heap);
    server.runtime().executor().scheduleAtFixedRate(LOOK, warnings::checkThresholds);
    ServerEventBus events = server.runtime().events();
    events.subscribe(ServerEvent.Stopped.class, stopped -> LOG.info("Final: {}", stats.now()));
    ServerRuntime runtime = server.runtime();
    ManagementApi management =
        ManagementApi.install(
            runtime,
            configuration,
            environment,
            stats,
            (request, outcome) -> managementToken(runtime, request, outcome));
    server.stateless().ifPresent(era -> management.rotates("requestState", era::rotateKeys));
    sessions(configuration, management, metrics, warnings);
    tenants(runtime, configuration, management, warnings);
  }

  private static void managementToken(
      ServerRuntime runtime, HttpServletRequest request, String outcome) {
    runtime.operations().authenticated("management", outcome);
    String why =
        switch (outcome) {
          case ManagementTokenFilter.MISSING -> "no management token";
          case ManagementTokenFilter.INVALID_TOKEN -> "wrong management token";
          case ManagementTokenFilter.RATE_LIMITED -> "too many wrong management tokens";
          default -> "";
        };
    if (!why.isEmpty()) {
      AuthenticationLog.refused(why, request.getRequestURI(), request.getRemoteAddr());
    }
  }

  private void sessions(
      McpConfiguration configuration,
      ManagementApi management,
      ServerMetrics metrics,
      ThresholdWarnings warnings) {
    management.stats().add("activeSessions", mcp::sessionCount);
    metrics.gauge("mcp_server_sessions", "Sessions on all instances", mcp::sessionCount);
    warnings.watch("sessions", configuration.getLimits().getWarnSessions(), mcp::sessionCount);
  }

  private void tenants(
      ServerRuntime runtime,
      McpConfiguration configuration,
      ManagementApi management,
      ThresholdWarnings warnings) {
    TenantServers servers = mcp.tenantServers();
    ManagementProvider.installed()
        .forEach(
            provider ->
                management.add(
                    provider.resource(
                        servers::storeOf,
                        runtime,
                        InstalledEras.settings(configuration, Optional.empty()))));
    management.rotates("requestState of tenants and mounts", mcp::rotateKeys);
    management.add(
        new TenantsResource(
            mcp.tenantAdmin(),
            runtime.catalog()::current,
            id -> configuration.getBaseUri() + configuration.endpoint().ofTenant(id)));
    management.stats().add("registeredTokens", servers.tenants()::tokenCount);
    management.stats().add("activeServers", servers::active);
    int bound = configuration.getLimits().getWarnTokens();
    warnings.watch("tokens", bound, servers.tenants()::tokenCount);
  }
}
