package io.everythingmcp.server;

import io.dropwizard.core.setup.Environment;
import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.server.assembly.DeclaredTenants;
import io.everythingmcp.server.assembly.RateLimitInstaller;
import io.everythingmcp.server.assembly.endpoint.EndpointFilters;
import io.everythingmcp.server.assembly.endpoint.EndpointPaths;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.security.audit.AuthenticationLog;
import io.everythingmcp.server.store.StoreUnavailableException;
import io.everythingmcp.server.tenant.TenantRegistry;
import io.everythingmcp.server.transport.http.CallerSource;
import io.everythingmcp.server.transport.http.TenantDispatchFilter;
import io.everythingmcp.server.transport.http.TenantResolutionFilter;
import io.everythingmcp.server.transport.http.TenantResolver;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Filters between authentication and the MCP endpoints: rate limits, tenant resolution and mounted
 * servers.
 */
final class TenantInstaller {
  private static final Logger LOG = LoggerFactory.getLogger(TenantInstaller.class);
  private static final Duration LOOK = Duration.ofSeconds(5);

  private final InstalledServer mcp;
  private final List<TenantResolver> resolvers;
  private final List<Filter> requestFilters;

  /**
   * Creates the filters.
   *
   * @param resolvers precede {@code tenants.resolutionOrder}
   * @param requestFilters run after the tenant is resolved
   */
  TenantInstaller(
      InstalledServer mcp, List<TenantResolver> resolvers, List<Filter> requestFilters) {
    this.mcp = mcp;
    this.resolvers = resolvers;
    this.requestFilters = requestFilters;
  }

  /** Adds the filters; those of authentication precede them. */
  void install(McpConfiguration configuration, Environment environment) {
    RateLimitInstaller limits = new RateLimitInstaller(environment, mcp.server().runtime().store());
    String[] all = EndpointPaths.all(configuration);
    limits.endpoints(configuration.getLimits().getRate(), all);
    TenantServers servers = mcp.tenantServers();
    resolvers.stream().reduce(TenantResolver::or).ifPresent(servers::resolver);
    declare(
        new DeclaredTenants(configuration, mcp.server().runtime().catalog().current()),
        servers.tenants());
    String[] served = {configuration.endpoint().path(), EndpointPaths.TENANTS};
    boolean defaultServer = configuration.getTenants().isDefaultServer();
    EndpointFilters.add(
        environment,
        "tenants",
        new TenantResolutionFilter(
            servers,
            configuration.endpoint(),
            defaultServer,
            RateLimitInstaller.guesses(mcp.server().runtime(), configuration),
            this::observed),
        EndpointPaths.withoutMounts(configuration));
    for (Filter filter : requestFilters) {
      EndpointFilters.add(environment, "hook-" + requestFilters.indexOf(filter), filter, all);
    }
    EndpointFilters.add(environment, "tenant-servers", new TenantDispatchFilter(servers), served);
    mcp.installMounts(configuration, environment);
  }

  private void declare(DeclaredTenants declared, TenantRegistry tenants) {
    try {
      declared.declare(tenants);
    } catch (StoreUnavailableException e) {
      LOG.warn(
          "The store is unavailable; the configured tenants are created when it recovers: {}",
          e.getMessage());
      mcp.server().runtime().executor().schedule(LOOK, () -> declare(declared, tenants));
    }
  }

  private void observed(HttpServletRequest request, CallerIdentity caller, String outcome) {
    String path = CallerSource.path(request);
    switch (outcome) {
      case TenantResolutionFilter.ACCEPTED ->
          AuthenticationLog.accepted(
              caller.method(), caller.clientId().orElse(""), caller.subject().orElse(""), path);
      case TenantResolutionFilter.INVALID_TOKEN ->
          AuthenticationLog.refused("unknown static token", path, request.getRemoteAddr());
      case TenantResolutionFilter.RATE_LIMITED ->
          AuthenticationLog.refused("too many unknown tokens", path, request.getRemoteAddr());
      default -> AuthenticationLog.missing(path, request.getRemoteAddr());
    }
    mcp.server().runtime().operations().authenticated("request", outcome);
  }
}
