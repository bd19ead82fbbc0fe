package io.everythingmcp.server;

import io.dropwizard.core.ConfiguredBundle;
import io.dropwizard.core.setup.Environment;
import io.everythingmcp.server.config.EverythingConfiguration;
import io.everythingmcp.server.install.RateLimits;
import io.everythingmcp.server.transport.http.TenantRoutes;
import java.util.stream.Stream;

/**
 * What happens between authentication and the endpoints of the protocol: callers are counted, and
 * those of tenants are taken to their server. To be added after whatever authenticates.
 */
public final class TenantBundle implements ConfiguredBundle<EverythingConfiguration> {
  private final McpBundle mcp;

  /**
   * In front of these endpoints.
   *
   * @param mcp is added before this one
   */
  public TenantBundle(McpBundle mcp) {
    this.mcp = mcp;
  }

  @Override
  public void run(EverythingConfiguration configuration, Environment environment) {
    RateLimits limits = new RateLimits(environment, mcp.server().runtime().store());
    limits.endpoints(
        configuration.getLimits().getRate(),
        Stream.concat(Stream.of(McpBundle.ENDPOINTS), Stream.of(McpBundle.TENANTS))
            .toArray(String[]::new));
    McpBundle.filter(
        environment,
        "tenants",
        new TenantRoutes(mcp.tenants()),
        McpBundle.ENDPOINTS[0],
        McpBundle.TENANTS);
  }
}
