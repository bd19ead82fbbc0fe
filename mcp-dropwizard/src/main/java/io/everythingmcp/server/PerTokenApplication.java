package io.everythingmcp.server;

import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.event.ServerEvent;
import io.everythingmcp.server.PerTokenServer.Listening;
import io.everythingmcp.server.PerTokenServer.StartedServer;
import io.everythingmcp.server.assembly.BearerToken;
import io.everythingmcp.server.assembly.PerTokenSettings;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.web.ContainerErrors;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.eclipse.jetty.server.Server;

/** Application of a {@link PerTokenServer}: an MCP server that has only tenants. */
final class PerTokenApplication extends Application<McpConfiguration> {
  private static final int TRIES = 5;
  private static final FeatureCatalog NOTHING =
      new FeatureCatalog(List.of(), List.of(), List.of(), List.of());

  private final McpBundle mcp =
      new McpBundle(
          new McpServerFactory(configuration -> NOTHING, List.of()).allEras(),
          (server, configuration, environment) ->
              ContainerErrors.install(environment, EndpointPaths.all(configuration)));
  private final Server jetty;
  private final StartedServer info;

  private PerTokenApplication(
      PerTokenSettings settings, int port, List<BearerToken> first, List<Listening<?>> listeners)
      throws Exception {
    McpConfiguration configuration = settings.configuration(port);
    Bootstrap<McpConfiguration> bootstrap = new Bootstrap<>(this);
    bootstrap.addBundle(mcp);
    bootstrap.addBundle(new TenantBundle(mcp));
    if (settings.logs()) {
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
    first.forEach(this::add);
    listeners.forEach(this::listen);
    jetty = configuration.getServerFactory().build(environment);
    jetty.start();
    info =
        new StartedServer(
            port, configuration.endpointUrl(), settings.host(), settings.endpoint(), Instant.now());
  }

  /** Starts the server. */
  static PerTokenApplication start(
      PerTokenSettings settings, List<BearerToken> entries, List<Listening<?>> listeners) {
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

  @Override
  public String getName() {
    return "per-bearer-server";
  }

  @Override
  public void run(McpConfiguration configuration, Environment environment) {
    // All of it is in the bundles.
  }

  <E extends ServerEvent> void listen(Listening<E> listening) {
    mcp.events().subscribe(listening.kind(), listening.listener());
  }

  void add(BearerToken entry) {
    mcp.tenants().add(entry.tenant(), entry.definition());
  }

  /** Publishes events for tokens that were added before the first listener subscribed. */
  void announce(List<BearerToken> entries) {
    for (BearerToken entry : entries) {
      mcp.events()
          .publish(
              new ServerEvent.TokenAdded(entry.hint(), entry.token().name(), entry.tenant().id()));
    }
  }

  void update(BearerToken entry) {
    mcp.tenants().define(entry.tenant().id(), entry.definition());
  }

  void remove(BearerToken entry) {
    mcp.tenants().remove(entry.tenant().id());
  }

  StartedServer info() {
    return info;
  }

  int activeServers() {
    return mcp.tenants().activeServers();
  }

  long activeSessions() {
    return mcp.sessionCount();
  }

  void stop() {
    try {
      jetty.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The server did not stop gracefully", e);
    }
  }
}
