package io.everythingmcp.server;

import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.everythingmcp.api.ServerInfo;
import io.everythingmcp.api.event.ServerEvent;
import io.everythingmcp.server.PerTokenServer.Listening;
import io.everythingmcp.server.PerTokenServer.StartedServer;
import io.everythingmcp.server.assembly.BearerToken;
import io.everythingmcp.server.assembly.EmbeddedServerSettings;
import io.everythingmcp.server.assembly.TenantControl;
import io.everythingmcp.server.configuration.McpConfiguration;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.eclipse.jetty.server.Server;

/**
 * Application of a {@link PerTokenServer}: a server without features, which has a tenant for each
 * token. It is started from a configuration instead of a command.
 */
final class PerTokenApplication extends McpApplication {
  private static final int TRIES = 5;

  private final Server jetty;
  private final StartedServer info;

  private PerTokenApplication(
      EmbeddedServerSettings settings,
      int port,
      List<BearerToken> first,
      List<Listening<?>> listeners)
      throws Exception {
    super(
        McpServerBundle.builder()
            .serverInfo(ServerInfo.named("per-token-server"))
            .endpointPath(settings.endpoint())
            .build());
    McpConfiguration configuration = settings.configuration(port);
    Environment environment = prepare(configuration, settings.logs());
    first.forEach(entry -> tenants().add(entry.tenant(), entry.definition()));
    listeners.forEach(this::listen);
    jetty = configuration.getServerFactory().build(environment);
    jetty.start();
    info =
        new StartedServer(
            port,
            configuration.endpointUrl(),
            settings.host(),
            configuration.endpoint().path(),
            Instant.now());
  }

  /** Starts the server. */
  static PerTokenApplication start(
      EmbeddedServerSettings settings, List<BearerToken> entries, List<Listening<?>> listeners) {
    for (int attempt = 1; ; attempt++) {
      int port = settings.choosePort();
      try {
        return new PerTokenApplication(settings, port, entries, listeners);
      } catch (Exception e) {
        if (!taken(e) || !settings.anyPort() || attempt == TRIES) {
          throw new IllegalStateException(
              "No server can be started at " + settings.host() + ":" + port, e);
        }
      }
    }
  }

  /** Checks whether the port is in use; Dropwizard wraps the exception. */
  private static boolean taken(Throwable problem) {
    return problem != null && (problem instanceof IOException || taken(problem.getCause()));
  }

  /** Does what Dropwizard's command {@code server} does before the start. */
  private Environment prepare(McpConfiguration configuration, boolean logs) throws Exception {
    Bootstrap<McpConfiguration> bootstrap = new Bootstrap<>(this);
    initialize(bootstrap);
    if (logs) {
      configuration.getLoggingFactory().configure(bootstrap.getMetricRegistry(), getName());
    }
    Environment environment =
        new Environment(
            getName(),
            bootstrap.getObjectMapper(),
            bootstrap.getValidatorFactory(),
            bootstrap.getMetricRegistry(),
            bootstrap.getClassLoader(),
            bootstrap.getHealthCheckRegistry(),
            configuration);
    configuration.getServerFactory().configure(environment);
    bootstrap.run(configuration, environment);
    return environment;
  }

  <E extends ServerEvent> void listen(Listening<E> listening) {
    bundle().events().subscribe(listening.kind(), listening.listener());
  }

  /** Publishes events for tokens that were added before the first listener subscribed. */
  void announce(List<BearerToken> entries) {
    for (BearerToken entry : entries) {
      bundle()
          .events()
          .publish(
              new ServerEvent.TokenAdded(entry.hint(), entry.token().name(), entry.tenant().id()));
    }
  }

  TenantControl tenants() {
    return bundle().tenants();
  }

  StartedServer info() {
    return info;
  }

  long activeSessions() {
    return bundle().sessionCount();
  }

  void stop() {
    try {
      jetty.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The server did not stop gracefully", e);
    }
  }
}
