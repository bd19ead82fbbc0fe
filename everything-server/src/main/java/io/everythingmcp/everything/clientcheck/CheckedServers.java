package io.everythingmcp.everything.clientcheck;

import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.util.Duration;
import io.everythingmcp.check.ClientCheckBundle;
import io.everythingmcp.check.ClientCheckSettings;
import io.everythingmcp.check.fault.ServerChange;
import io.everythingmcp.check.run.RunServer;
import io.everythingmcp.check.run.RunServerSettings;
import io.everythingmcp.check.run.RunServers;
import io.everythingmcp.check.run.RunStore;
import io.everythingmcp.server.McpServerBundle;
import io.everythingmcp.server.ServerBeside;
import io.everythingmcp.server.configuration.AuthConfiguration.Mode;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.protocol.EnabledEras;
import io.everythingmcp.server.store.StateStore;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;

/** Starts a server for each run, with the fixtures, hosted by the server with the port. */
public final class CheckedServers implements RunServers {
  private final McpConfiguration outer;
  private final ServerBeside.Host host;

  /**
   * Starts servers.
   *
   * @param outer how the server that has the port is configured
   * @param host that server
   */
  public CheckedServers(McpConfiguration outer, ServerBeside.Host host) {
    this.outer = outer;
    this.host = host;
  }

  /** Adds the client check to an application. */
  public static void add(Bootstrap<McpConfiguration> bootstrap, McpServerBundle server) {
    bootstrap.addBundle(
        new ClientCheckBundle<>(
            CheckedServers::settings,
            (configuration, jetty) ->
                new CheckedServers(
                    configuration,
                    new ServerBeside.Host(
                        jetty,
                        bootstrap.getValidatorFactory(),
                        server,
                        configuration.getBaseUri()))));
  }

  private static ClientCheckSettings settings(McpConfiguration configuration) {
    return new ClientCheckSettings(
        configuration.getClientCheck().on(configuration.getBaseUri()),
        configuration.getBaseUri(),
        configuration.getManagement().getToken(),
        (int) configuration.getEdge().getMaxRequestSize().toBytes());
  }

  @Override
  public RunServer start(RunServerSettings settings) {
    ServerBeside server = ServerBeside.make(host, settings.id(), configuration(settings));
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("The server of a run did not start", e);
    }
    return new Started(server);
  }

  @Override
  public Optional<RunStore> store() {
    StateStore store = host.server().server().runtime().store();
    return store.kind().equals("redis") ? Optional.of(new SharedRuns(store)) : Optional.empty();
  }

  private McpConfiguration configuration(RunServerSettings settings) {
    McpConfiguration inner = new McpConfiguration();
    inner.setServerFactory(outer.getServerFactory());
    inner.setBaseUri(settings.baseUri());
    inner.setEdge(outer.getEdge());
    inner.getMcp().setFixtures(true);
    inner.getMcp().setShutdownGrace(Duration.seconds(0));
    inner.getMcp().setEras(eras(settings));
    if (settings.pageSize() > 0) {
      inner.getMcp().setPageSize(settings.pageSize());
    }
    inner.getAuth().setMode(settings.login() ? Mode.INTEGRATED : Mode.NONE);
    if (settings.login()) {
      inner.issuer(settings.issuer());
    }
    if (settings.accessTokenSeconds() > 0) {
      inner
          .getAuth()
          .getServer()
          .getLifetimes()
          .setAccessToken(Duration.seconds(settings.accessTokenSeconds()));
    }
    return inner;
  }

  private static EnabledEras eras(RunServerSettings settings) {
    return switch (settings.eras()) {
      case BOTH -> EnabledEras.BOTH;
      case LEGACY -> EnabledEras.STATEFUL;
      case MODERN -> EnabledEras.STATELESS;
    };
  }

  /** One of them. */
  private record Started(ServerBeside server) implements RunServer {
    @Override
    public Handler handler() {
      return server.handler();
    }

    @Override
    public void announce(ServerChange change) {
      if (change.equals(ServerChange.PROMPTS)) {
        server.changes().promptListChanged();
      } else {
        server.changes().resourceUpdated(change.resource());
      }
    }

    @Override
    public void close() {
      try {
        server.stop();
      } catch (Exception e) {
        throw new IllegalStateException("The server of a run did not stop in good order", e);
      }
    }
  }
}
