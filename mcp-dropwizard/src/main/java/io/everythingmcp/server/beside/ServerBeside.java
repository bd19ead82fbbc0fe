package io.everythingmcp.server.beside;

import com.codahale.metrics.MetricRegistry;
import com.codahale.metrics.health.HealthCheckRegistry;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jackson.Jackson;
import io.everythingmcp.server.AuthorizationServerBundle;
import io.everythingmcp.server.McpBundle;
import io.everythingmcp.server.McpServerBundle;
import io.everythingmcp.server.ResourceServerBundle;
import io.everythingmcp.server.assembly.ServerBase;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.web.ContainerErrors;
import io.everythingmcp.server.web.TemplateBundle;
import jakarta.validation.ValidatorFactory;
import java.util.Arrays;
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

  private ServerBeside(ServletContextHandler context) {
    this.context = context;
  }

  /**
   * The server that has the port.
   *
   * @param jetty which answers on it
   * @param validators validate what is configured
   * @param server has the threads, the store and the features
   * @param baseUri has the pages that tools send users to
   */
  public record Host(
      Server jetty, ValidatorFactory validators, McpServerBundle server, String baseUri) {}

  /**
   * Makes a server; it is to be started, and stopped when it is no longer needed.
   *
   * @param host the one beside which it is
   * @param id names what it stores; no slash in it
   * @param configuration where it is, and how it is guarded
   */
  public static ServerBeside make(Host host, String id, McpConfiguration configuration) {
    McpBundle mcp =
        new McpBundle(
            host.server()
                .serverFactory()
                .on(ServerBase.beside(host.server().server().runtime(), id, host.baseUri())));
    ResourceServerBundle guard = new ResourceServerBundle(mcp);
    AuthorizationServerBundle logins =
        new AuthorizationServerBundle(
            mcp, guard, new TemplateBundle<McpConfiguration>(), host.server().identityProvider());
    Environment environment =
        new Environment(
            id,
            Jackson.newObjectMapper(),
            host.validators(),
            new MetricRegistry(),
            ServerBeside.class.getClassLoader(),
            new HealthCheckRegistry(),
            configuration);
    mcp.initialize(null);
    guard.initialize(null);
    logins.initialize(null);
    mcp.run(configuration, environment);
    guard.run(configuration, environment);
    logins.run(configuration, environment);
    ContainerErrors.install(environment, "/mcp", "/sse", "/message");
    ServletContextHandler context = environment.getApplicationContext();
    context.setServer(host.jetty());
    asynchronous(context);
    ServerBeside made = new ServerBeside(context);
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

  /**
   * Returns the handler for requests relative to the base URI; metadata requests have the full
   * path.
   */
  public Handler handler() {
    return context;
  }
}
