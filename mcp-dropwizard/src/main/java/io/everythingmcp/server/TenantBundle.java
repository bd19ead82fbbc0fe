package io.everythingmcp.server;

import io.dropwizard.core.ConfiguredBundle;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.everythingmcp.server.assembly.DeclaredTenants;
import io.everythingmcp.server.assembly.RateLimitInstaller;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.configuration.part.ServerPart;
import io.everythingmcp.server.store.StoreUnavailableException;
import io.everythingmcp.server.tenant.TenantRegistry;
import io.everythingmcp.server.transport.http.TenantDispatchFilter;
import io.everythingmcp.server.transport.http.TenantResolutionFilter;
import io.everythingmcp.server.transport.http.TenantResolver;
import jakarta.servlet.Filter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Filters between authentication and the MCP endpoints: rate limits, tenant resolution and mounted
 * servers. Bundles may be added in any order.
 */
final class TenantBundle implements ConfiguredBundle<McpConfiguration> {
  private static final Logger LOG = LoggerFactory.getLogger(TenantBundle.class);
  private static final Duration LOOK = Duration.ofSeconds(5);

  private final McpBundle mcp;
  private final List<Filter> hooks = new ArrayList<>();
  private TenantResolver resolver;
  private boolean installed;

  /**
   * In front of these endpoints.
   *
   * @param mcp is added to the same application
   */
  TenantBundle(McpBundle mcp) {
    this.mcp = mcp;
  }

  /**
   * Sets a custom resolver for the tenant of requests to the MCP endpoint, which precedes {@code
   * tenants.resolutionOrder}; must be called before this bundle runs.
   */
  TenantBundle resolver(TenantResolver first) {
    checkInstallationOrder();
    resolver = resolver == null ? first : resolver.or(first);
    return this;
  }

  /**
   * Adds a custom filter for each request to an MCP endpoint. It runs after caller and tenant are
   * resolved ({@link
   * io.everythingmcp.server.transport.http.CallerSource#of(jakarta.servlet.http.HttpServletRequest)})
   * and before the body is read; must be called before this bundle runs.
   */
  TenantBundle requestFilter(Filter filter) {
    checkInstallationOrder();
    hooks.add(filter);
    return this;
  }

  private void checkInstallationOrder() {
    if (installed) {
      throw new IllegalStateException("Must be called before the TenantBundle runs");
    }
  }

  @Override
  public void initialize(Bootstrap<?> bootstrap) {
    mcp.assembly().add(ServerPart.TENANTS);
  }

  @Override
  public void run(McpConfiguration configuration, Environment environment) {
    mcp.assembly().run(ServerPart.TENANTS, configuration, environment, this::install);
  }

  private void install(McpConfiguration configuration, Environment environment) {
    installed = true;
    RateLimitInstaller limits = new RateLimitInstaller(environment, mcp.server().runtime().store());
    String[] all = EndpointPaths.all(configuration);
    limits.endpoints(configuration.getLimits().getRate(), all);
    TenantServers servers = mcp.tenantServers();
    if (resolver != null) {
      servers.resolver(resolver);
    }
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
            RateLimitInstaller.guesses(mcp.server().runtime(), configuration)),
        EndpointPaths.withoutMounts(configuration));
    for (Filter hook : hooks) {
      EndpointFilters.add(environment, "hook-" + hooks.indexOf(hook), hook, all);
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
}
