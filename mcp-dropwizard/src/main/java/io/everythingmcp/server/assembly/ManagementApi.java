package io.everythingmcp.server.assembly;

import io.dropwizard.core.setup.Environment;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.event.EventRelay;
import io.everythingmcp.server.limit.SharedRateLimiter;
import io.everythingmcp.server.management.EventStreamRegistry;
import io.everythingmcp.server.management.KeysResource;
import io.everythingmcp.server.management.LogLevelResource;
import io.everythingmcp.server.management.ManagementTokenFilter;
import io.everythingmcp.server.management.StatsResource;
import io.everythingmcp.server.observation.ServerStatistics;
import io.everythingmcp.server.protocol.ServerRuntime;
import io.everythingmcp.server.transport.http.KeepAlive;
import io.everythingmcp.server.transport.http.StreamServlet;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * Endpoints under {@code /management}. If no token is configured, none of them exists, and
 * additions have no effect.
 */
public final class ManagementApi {
  private static final String PATHS = "/management/*";

  private final Environment environment;
  private final boolean on;
  private final ServerStatistics stats;
  private final Map<String, Runnable> rotations = new LinkedHashMap<>();

  private ManagementApi(Environment environment, boolean on, ServerStatistics stats) {
    this.environment = environment;
    this.on = on;
    this.stats = stats;
  }

  /**
   * Adds what every server has.
   *
   * @param outcomes is notified of the outcome of each management token
   */
  public static ManagementApi install(
      ServerRuntime runtime,
      McpConfiguration configuration,
      Environment environment,
      ServerStatistics stats,
      ManagementTokenFilter.OutcomeListener outcomes) {
    String token = configuration.getManagement().getToken();
    ManagementApi management = new ManagementApi(environment, !token.isEmpty(), stats);
    if (management.on) {
      management.guard(
          token,
          SharedRateLimiter.of(
              runtime.store(), "guesses", configuration.getLimits().getRate().getGuesses()),
          outcomes);
      management.events(runtime, configuration);
      management.add(new StatsResource(stats::now), new LogLevelResource());
      management.add(new KeysResource(management.rotations));
    }
    return management;
  }

  private void guard(
      String token,
      Optional<SharedRateLimiter> guesses,
      ManagementTokenFilter.OutcomeListener outcomes) {
    var filter =
        environment
            .servlets()
            .addFilter("management", new ManagementTokenFilter(token, guesses, outcomes));
    filter.setAsyncSupported(true);
    filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, PATHS);
  }

  private void events(ServerRuntime runtime, McpConfiguration configuration) {
    EventRelay relay = new EventRelay(runtime.store(), runtime.executor().executor());
    relay.attach(runtime.events());
    KeepAlive keepAlive =
        new KeepAlive(runtime.executor(), configuration.getMcp().getKeepAlive().toJavaDuration());
    var servlet =
        environment
            .servlets()
            .addServlet(
                "events",
                new StreamServlet(new EventStreamRegistry(relay, runtime.executor()), keepAlive));
    servlet.setAsyncSupported(true);
    servlet.addMapping("/management/events");
    environment
        .lifecycle()
        .addEventListener(
            new LifeCycle.Listener() {
              @Override
              public void lifeCycleStopping(LifeCycle event) {
                runtime.events().flush();
                keepAlive.drain();
              }
            });
  }

  /** Where figures are added. */
  public ServerStatistics stats() {
    return stats;
  }

  /** Adds resources for operators. */
  public void add(Object... resources) {
    if (on) {
      List.of(resources).forEach(environment.jersey()::register);
    }
  }

  /** Lets keys be rotated. */
  public void rotates(String what, Runnable rotation) {
    rotations.put(what, rotation);
  }
}
