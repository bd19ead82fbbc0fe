package io.everythingmcp.server.assembly.endpoint;

import io.dropwizard.core.setup.Environment;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.configuration.ServerPorts;
import io.everythingmcp.server.edge.SecurityHeadersFilter;
import io.everythingmcp.server.transport.http.AllowedHosts;
import io.everythingmcp.server.transport.http.CorsFilter;
import io.everythingmcp.server.transport.http.HostOriginFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.EnumSet;
import java.util.Set;

/** The filters of MCP endpoints: security headers, Host and Origin, CORS, in this order. */
public final class EndpointFilters {
  private EndpointFilters() {}

  /** Adds the filters that every request to an endpoint passes, authentication aside. */
  public static void install(McpConfiguration configuration, Environment environment) {
    String origins = configuration.getEdge().getCorsOrigins();
    AllowedHosts hosts =
        new AllowedHosts(
            configuration.getBaseUri(),
            ServerPorts.application(configuration),
            configuration.getEdge().getAllowedHosts(),
            origins);
    add(
        environment,
        "security-headers",
        new SecurityHeadersFilter(
            configuration.getBaseUri().startsWith("https:"),
            Set.of(EndpointPaths.all(configuration))),
        "/*");
    CorsFilter cors = new CorsFilter(origins, configuration.getEdge().getCorsHeaders());
    add(
        environment,
        "host-origin",
        new HostOriginFilter(hosts, cors),
        EndpointPaths.all(configuration));
    add(environment, "cors", cors, "/*");
  }

  /** Adds a filter after the existing ones. */
  public static void add(Environment environment, String name, Filter filter, String... paths) {
    var registration = environment.servlets().addFilter(name, filter);
    registration.setAsyncSupported(true);
    registration.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, paths);
  }
}
