package io.everythingmcp.server;

import io.dropwizard.core.setup.Environment;
import io.everythingmcp.server.config.EverythingConfiguration;
import io.everythingmcp.server.install.Assembly;
import io.everythingmcp.server.install.Entrance;
import io.everythingmcp.server.install.Mount;
import io.everythingmcp.server.install.Quotas;
import io.everythingmcp.server.protocol.Era;
import io.everythingmcp.server.transport.http.KeepAlive;
import io.everythingmcp.server.transport.http.McpServlet;
import io.everythingmcp.server.transport.http.ScopeFilter;
import io.everythingmcp.server.web.WrongAddressMapper;
import jakarta.servlet.Filter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The servers on paths of their own. They share threads with the one for everybody, no more. */
final class MountedServers {
  private final Map<Mount, McpServer> servers;
  private final McpServer main;

  MountedServers(McpServerFactory factory, EverythingConfiguration configuration, McpServer main) {
    this.main = main;
    this.servers = new TreeMap<>(Comparator.comparing(m -> m.entrance().path()));
    for (Mount mount : Mount.all(configuration, main.runtime().catalog().current())) {
      servers.put(mount, factory.beside(configuration, main, mount));
    }
  }

  /** Lets new keys take over in all of them. */
  void rotateKeys() {
    all().stream().flatMap(server -> server.stateless().stream()).forEach(Era::rotateKeys);
  }

  List<McpServer> all() {
    return List.copyOf(servers.values());
  }

  /** What people call the one on a path. */
  Optional<String> name(String path) {
    return servers.keySet().stream()
        .filter(mount -> mount.entrance().path().equals(path))
        .map(mount -> mount.offer().name())
        .findFirst();
  }

  /** Lets who comes to a wrong path know those to which clients can connect. */
  void nameAddresses(EverythingConfiguration configuration, Environment environment) {
    List<String> paths = new ArrayList<>(List.of("/mcp"));
    main.stateful().ifPresent(era -> paths.add("/sse"));
    servers.keySet().forEach(mount -> paths.add(mount.entrance().path()));
    WrongAddressMapper.install(environment, configuration.getBaseUri(), paths);
  }

  /** Puts them on their paths; what authenticates is in front of them by then. */
  void install(EverythingConfiguration configuration, Environment environment, KeepAlive alive) {
    int maxBody = (int) configuration.getEdge().getMaxRequestSize().toBytes();
    servers.forEach(
        (mount, server) -> {
          filters(mount, environment);
          String path = mount.entrance().path();
          Assembly.servlet(
              environment, "mcp" + path, new McpServlet(server.endpoint(), alive, maxBody), path);
        });
  }

  private void filters(Mount mount, Environment environment) {
    Entrance entrance = mount.entrance();
    if (!entrance.scopes().isEmpty()) {
      McpBundle.filter(
          environment,
          "scopes" + entrance.path(),
          new ScopeFilter(Set.copyOf(entrance.scopes())),
          entrance.path());
    }
    List<Filter> quotas =
        Quotas.filters(
            main.runtime().store(), "mount/" + mount.offer().id(), mount.offer().quota());
    for (Filter quota : quotas) {
      McpBundle.filter(
          environment, "quota" + quotas.indexOf(quota) + entrance.path(), quota, entrance.path());
    }
  }
}
