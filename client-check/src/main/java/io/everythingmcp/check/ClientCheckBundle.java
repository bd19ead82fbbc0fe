package io.everythingmcp.check;

import io.dropwizard.core.Configuration;
import io.dropwizard.core.ConfiguredBundle;
import io.dropwizard.core.setup.Environment;
import io.everythingmcp.check.record.CheckHandler;
import io.everythingmcp.check.run.CheckRunRegistry;
import io.everythingmcp.check.run.RunPresets;
import io.everythingmcp.check.run.RunServers;
import io.everythingmcp.check.web.CheckAccess;
import io.everythingmcp.check.web.CheckInterface;
import io.everythingmcp.check.web.CheckPages;
import io.everythingmcp.check.web.JournalJudge;
import io.everythingmcp.check.web.RunEndpoints;
import java.net.URI;
import java.time.Clock;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * The client check in a Dropwizard application. If it is disabled, it processes no requests.
 *
 * @param <T> the configuration class of the application
 */
public final class ClientCheckBundle<T extends Configuration> implements ConfiguredBundle<T> {
  private final Function<T, ClientCheckSettings> settings;
  private final BiFunction<T, Server, RunServers> servers;

  /**
   * A bundle.
   *
   * @param settings read from the configuration
   * @param servers makes what starts the servers of runs
   */
  public ClientCheckBundle(
      Function<T, ClientCheckSettings> settings, BiFunction<T, Server, RunServers> servers) {
    this.settings = settings;
    this.servers = servers;
  }

  @Override
  public void run(T configuration, Environment environment) {
    ClientCheckSettings wanted = settings.apply(configuration);
    if (wanted.on()) {
      environment.lifecycle().addEventListener(new Installing(configuration, wanted));
    }
  }

  /** Puts it in front of the server that is about to start. */
  private final class Installing implements LifeCycle.Listener {
    private final T configuration;
    private final ClientCheckSettings wanted;
    private CheckRunRegistry runs;

    Installing(T configuration, ClientCheckSettings wanted) {
      this.configuration = configuration;
      this.wanted = wanted;
    }

    @Override
    public void lifeCycleStarting(LifeCycle event) {
      if (event instanceof Server jetty) {
        String baseUri = wanted.baseUri();
        runs =
            new CheckRunRegistry(
                baseUri, RunPresets.load(), servers.apply(configuration, jetty), Clock.systemUTC());
        CheckPages pages = new CheckPages(URI.create(baseUri).getRawPath());
        CheckInterface web =
            new CheckInterface(
                runs,
                runs.presets(),
                new CheckAccess(baseUri, wanted.managementToken()),
                new RunEndpoints(runs, new JournalJudge(), pages));
        CheckHandler front = new CheckHandler(runs, web, wanted.maxRequestSize());
        front.setHandler(jetty.getHandler());
        jetty.setHandler(front);
      }
    }

    @Override
    public void lifeCycleStopping(LifeCycle event) {
      if (runs != null) {
        runs.close();
      }
    }
  }
}
