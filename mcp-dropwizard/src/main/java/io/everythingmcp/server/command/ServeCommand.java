package io.everythingmcp.server.command;

import io.dropwizard.core.Application;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.EnvironmentCommand;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.core.setup.Environment;
import io.everythingmcp.server.configuration.McpConfiguration;
import java.io.IOException;
import java.net.BindException;
import net.sourceforge.argparse4j.inf.Namespace;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * Serves an application until the process ends. A port that is in use is named with its variable.
 */
public final class ServeCommand extends EnvironmentCommand<McpConfiguration> {
  private final Application<McpConfiguration> application;
  private final PortNames names;

  /** The variables that set the two ports. */
  public record PortNames(String application, String admin) {
    /** Port names of the server. */
    public static final PortNames SERVER = new PortNames("PORT", "ADMIN_PORT");
  }

  /** The command {@code server} of an application. */
  public ServeCommand(Application<McpConfiguration> application, PortNames names) {
    super(application, "server", "Runs the server until the process ends");
    this.application = application;
    this.names = names;
  }

  @Override
  protected Class<McpConfiguration> getConfigurationClass() {
    return application.getConfigurationClass();
  }

  @Override
  protected void run(Environment environment, Namespace namespace, McpConfiguration configuration)
      throws Exception {
    Server server = configuration.getServerFactory().build(environment);
    server.addEventListener(
        new LifeCycle.Listener() {
          @Override
          public void lifeCycleStopped(LifeCycle event) {
            cleanup();
          }
        });
    cleanupAsynchronously();
    try {
      server.start();
    } catch (Exception e) {
      String line = inUse(server, configuration);
      server.stop();
      cleanup();
      throw isBound(e) ? new CommandException(line, e) : e;
    }
  }

  private static boolean isBound(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException
          || (cause instanceof IOException
              && String.valueOf(cause.getMessage()).startsWith("Failed to bind"))) {
        return true;
      }
    }
    return false;
  }

  /** Connectors are opened in order, so the first that is not open is the one that failed. */
  private String inUse(Server server, McpConfiguration configuration) {
    for (var connector : server.getConnectors()) {
      if (connector instanceof ServerConnector tcp && !tcp.isOpen()) {
        boolean admin = "admin".equals(tcp.getName());
        boolean several = configuration.getServerFactory() instanceof DefaultServerFactory;
        String list = admin ? "server.adminConnectors" : "server.applicationConnectors";
        return (several ? list + "[0].port" : "server.connector.port")
            + " ("
            + (admin ? names.admin() : names.application())
            + ") is '"
            + tcp.getPort()
            + "', which cannot be bound at "
            + tcp.getHost()
            + ": another process uses it, or it is not permitted; it must be a free port";
      }
    }
    return "A port cannot be bound";
  }

  @Override
  public void onError(Cli cli, Namespace namespace, Throwable error) {
    CommandErrors.print(cli, error);
  }
}
