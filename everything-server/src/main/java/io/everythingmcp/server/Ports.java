package io.everythingmcp.server;

import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.core.server.SimpleServerFactory;
import io.dropwizard.jetty.ConnectorFactory;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.everythingmcp.server.config.EverythingConfiguration;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Which port the configuration binds. */
final class Ports {
  private Ports() {}

  /** Where the application is bound, once it is. */
  static Optional<ServerConnector> bound(Server jetty) {
    return Stream.of(jetty.getConnectors())
        .filter(ServerConnector.class::isInstance)
        .map(ServerConnector.class::cast)
        .filter(connector -> !"admin".equals(connector.getName()))
        .findFirst();
  }

  /** The address that the application, or the admin port, is bound to; null for all. */
  static String host(EverythingConfiguration configuration, boolean admin) {
    Stream<ConnectorFactory> connectors =
        configuration.getServerFactory() instanceof DefaultServerFactory several
            ? (admin ? several.getAdminConnectors() : several.getApplicationConnectors()).stream()
            : Stream.of(((SimpleServerFactory) configuration.getServerFactory()).getConnector());
    return connectors
        .filter(HttpConnectorFactory.class::isInstance)
        .findFirst()
        .map(connector -> ((HttpConnectorFactory) connector).getBindHost())
        .orElse(null);
  }

  /** The first application port, as configured; 0 where the system chooses. */
  static int application(EverythingConfiguration configuration) {
    Stream<ConnectorFactory> connectors =
        configuration.getServerFactory() instanceof DefaultServerFactory several
            ? several.getApplicationConnectors().stream()
            : Stream.of(((SimpleServerFactory) configuration.getServerFactory()).getConnector());
    return connectors
        .filter(HttpConnectorFactory.class::isInstance)
        .map(connector -> ((HttpConnectorFactory) connector).getPort())
        .findFirst()
        .orElse(0);
  }
}
