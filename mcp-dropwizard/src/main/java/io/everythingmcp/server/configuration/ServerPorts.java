package io.everythingmcp.server.configuration;

import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.core.server.SimpleServerFactory;
import io.dropwizard.jetty.ConnectorFactory;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.everythingmcp.server.wire.LoopbackHosts;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Which port the configuration binds. */
public final class ServerPorts {
  private ServerPorts() {}

  /** The first application port, as configured; 0 where the system chooses. */
  public static int application(McpConfiguration configuration) {
    return connectors(configuration).map(HttpConnectorFactory::getPort).findFirst().orElse(0);
  }

  /** Returns whether the application port is bound to loopback addresses only. */
  public static boolean onlyHere(McpConfiguration configuration) {
    return connectors(configuration).allMatch(c -> LoopbackHosts.isHost(c.getBindHost()));
  }

  /** Returns whether the admin port is bound to a loopback address; a simple server has none. */
  public static boolean adminOnlyHere(McpConfiguration configuration) {
    return !(configuration.getServerFactory() instanceof DefaultServerFactory several)
        || several.getAdminConnectors().stream()
            .filter(HttpConnectorFactory.class::isInstance)
            .map(HttpConnectorFactory.class::cast)
            .allMatch(c -> LoopbackHosts.isHost(c.getBindHost()));
  }

  /** Where the application is bound, once it is. */
  public static Optional<ServerConnector> bound(Server jetty) {
    return Stream.of(jetty.getConnectors())
        .filter(ServerConnector.class::isInstance)
        .map(ServerConnector.class::cast)
        .filter(connector -> !"admin".equals(connector.getName()))
        .findFirst();
  }

  private static Stream<HttpConnectorFactory> connectors(McpConfiguration configuration) {
    Stream<ConnectorFactory> connectors =
        configuration.getServerFactory() instanceof DefaultServerFactory several
            ? several.getApplicationConnectors().stream()
            : Stream.of(((SimpleServerFactory) configuration.getServerFactory()).getConnector());
    return connectors
        .filter(HttpConnectorFactory.class::isInstance)
        .map(HttpConnectorFactory.class::cast);
  }

  /** Overrides the configured ports. */
  public static void choose(McpConfiguration configuration, int application, int admin) {
    if (configuration.getServerFactory() instanceof DefaultServerFactory several) {
      several.getApplicationConnectors().forEach(connector -> port(connector, application));
      several.getAdminConnectors().forEach(connector -> port(connector, admin));
    } else {
      port(((SimpleServerFactory) configuration.getServerFactory()).getConnector(), application);
    }
  }

  private static void port(ConnectorFactory connector, int port) {
    if (connector instanceof HttpConnectorFactory http) {
      http.setPort(port);
    }
  }
}
