package io.everythingmcp.server;

import io.dropwizard.core.setup.Environment;
import io.everythingmcp.server.assembly.McpEndpointSecurity;
import io.everythingmcp.server.assembly.ServerMount;
import io.everythingmcp.server.assembly.TenantQuotaFilters;
import io.everythingmcp.server.assembly.endpoint.EndpointFilters;
import io.everythingmcp.server.assembly.endpoint.EndpointServlets;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.protocol.ProtocolEra;
import io.everythingmcp.server.transport.http.KeepAlive;
import io.everythingmcp.server.transport.http.McpServlet;
import io.everythingmcp.server.transport.http.ScopeRestrictionFilter;
import io.everythingmcp.server.web.EndpointPage.ServerNames;
import io.everythingmcp.server.web.WrongAddressMapper;
import jakarta.servlet.Filter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Servers on additional paths. They share only the threads of the default server. */
final class MountedServers {
  private final Map<ServerMount, McpServer> servers;
  private final McpServer main;

  MountedServers(McpServerFactory factory, McpConfiguration configuration, McpServer main) {
    this.main = main;
    this.servers = new TreeMap<>(Comparator.comparing(m -> m.entrance().path()));
    for (ServerMount mount : ServerMount.all(configuration, main.runtime().catalog().current())) {
      servers.put(mount, factory.buildMounted(configuration, main, mount));
    }
  }

  /** Activates new keys in all mounted servers. */
  void rotateKeys() {
    all().stream().flatMap(server -> server.stateless().stream()).forEach(ProtocolEra::rotateKeys);
  }

  List<McpServer> all() {
    return List.copyOf(servers.values());
  }

  /** Returns the names of the server on a path. */
  Optional<ServerNames> names(String path) {
    return servers.entrySet().stream()
        .filter(mounted -> mounted.getKey().entrance().path().equals(path))
        .map(
            mounted ->
                new ServerNames(
                    mounted.getKey().server().name(),
                    mounted.getValue().runtime().identity().name()))
        .findFirst();
  }

  /** Names the MCP endpoints in the response to a request for an unknown path. */
  void nameAddresses(McpConfiguration configuration, Environment environment) {
    List<String> paths = new ArrayList<>(List.of(configuration.endpoint().path()));
    main.stateful().ifPresent(era -> paths.add("/sse"));
    servers.keySet().forEach(mount -> paths.add(mount.entrance().path()));
    WrongAddressMapper.install(environment, configuration.getBaseUri(), paths);
  }

  /** Puts them on their paths; what authenticates is in front of them by then. */
  void install(McpConfiguration configuration, Environment environment, KeepAlive alive) {
    int maxBody = (int) configuration.getEdge().getMaxRequestSize().toBytes();
    servers.forEach(
        (mount, server) -> {
          filters(mount, environment);
          String path = mount.entrance().path();
          EndpointServlets.add(
              environment, "mcp" + path, new McpServlet(server.endpoint(), alive, maxBody), path);
        });
  }

  private void filters(ServerMount mount, Environment environment) {
    McpEndpointSecurity entrance = mount.entrance();
    if (!entrance.scopes().isEmpty()) {
      EndpointFilters.add(
          environment,
          "scopes" + entrance.path(),
          new ScopeRestrictionFilter(Set.copyOf(entrance.scopes())),
          entrance.path());
    }
    List<Filter> quotas =
        TenantQuotaFilters.filters(
            main.runtime().store(), "mount/" + mount.server().id(), mount.server().quota());
    for (Filter quota : quotas) {
      EndpointFilters.add(
          environment, "quota" + quotas.indexOf(quota) + entrance.path(), quota, entrance.path());
    }
  }
}
