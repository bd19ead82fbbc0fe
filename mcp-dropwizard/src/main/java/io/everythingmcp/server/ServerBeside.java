package io.everythingmcp.server;

import com.codahale.metrics.MetricRegistry;
import com.codahale.metrics.health.HealthCheckRegistry;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jackson.Jackson;
import io.everythingmcp.api.ChangeNotifier;
import io.everythingmcp.server.assembly.ServerBase;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.web.ContainerErrors;
import jakarta.validation.ValidatorFactory;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.ContainerLifeCycle;

/**
 * Complete server without a port, with its own authorization server if configured: its handler
 * serves the requests of its base URI. It shares the threads and the store of another server, and
 * has no pages except those of the login.
 */
public final class ServerBeside extends ContainerLifeCycle {
  private final ServletContextHandler context;
  private final ChangeNotifier changes;

  private ServerBeside(ServletContextHandler context, ChangeNotifier changes) {
    this.context = context;
    this.changes = changes;
  }

  /**
   * Server with the port.
   *
   * @param jetty serves the port
   * @param validators validate the configuration
   * @param server provides the threads, the store and the features
   * @param baseUri base URI of the pages for URL elicitation
   */
  public record Host(
      Server jetty, ValidatorFactory validators, McpServerBundle server, String baseUri) {}

  /**
   * Creates a server, which the caller starts and stops.
   *
   * @param host the server with the port
   * @param id identifier of its stored data; without slashes
   * @param configuration its base URI, authentication and authorization
   */
  public static ServerBeside make(Host host, String id, McpConfiguration configuration) {
    ServerSettings settings = host.server().settings();
    ServerBase base = ServerBase.beside(host.server().server().runtime(), id, host.baseUri());
    ServerParts parts =
        new ServerParts(settings, new McpServerFactory(settings, Optional.of(base)));
    Environment environment =
        new Environment(
            id,
            Jackson.newObjectMapper(),
            host.validators(),
            new MetricRegistry(),
            ServerBeside.class.getClassLoader(),
            new HealthCheckRegistry(),
            configuration);
    parts.installEndpoints(configuration, environment);
    ContainerErrors.install(environment, configuration.endpoint().path(), "/sse", "/message");
    ServletContextHandler context = environment.getApplicationContext();
    context.setServer(host.jetty());
    asynchronous(context);
    ServerBeside made = new ServerBeside(context, parts.mcp().server().runtime().catalog());
    environment.lifecycle().attach(made);
    made.addBean(context, true);
    return made;
  }

  private static void asynchronous(ServletContextHandler context) {
    Arrays.stream(context.getServletHandler().getFilters())
        .forEach(filter -> filter.setAsyncSupported(true));
    Arrays.stream(context.getServletHandler().getServlets())
        .forEach(servlet -> servlet.setAsyncSupported(true));
  }

  /** Returns what announces changes to the clients of this server. */
  public ChangeNotifier changes() {
    return changes;
  }

  /**
   * Returns the handler for requests relative to the base URI; metadata requests have the full
   * path.
   */
  public Handler handler() {
    return context;
  }
}
