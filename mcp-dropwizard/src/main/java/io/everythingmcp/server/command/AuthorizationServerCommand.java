package io.everythingmcp.server.command;

import io.dropwizard.core.Application;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.Command;
import io.dropwizard.core.setup.Bootstrap;
import io.everythingmcp.server.configuration.McpConfiguration;
import java.util.function.Supplier;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/**
 * Command that runs only the authorization server, on a separate port, with the same configuration.
 */
public final class AuthorizationServerCommand extends Command {
  private static final String FILE = "file";

  private static final ServeCommand.PortNames PORTS =
      new ServeCommand.PortNames("AUTH_SERVER_PORT", "AUTH_SERVER_ADMIN_PORT");

  private final Supplier<? extends Application<McpConfiguration>> maker;

  /**
   * Creates the command.
   *
   * @param maker creates the authorization server
   */
  public AuthorizationServerCommand(Supplier<? extends Application<McpConfiguration>> maker) {
    super("auth-server", "Serves the authorization server alone");
    this.maker = maker;
  }

  @Override
  public void configure(Subparser subparser) {
    subparser.addArgument(FILE).nargs("?").help("application configuration file");
  }

  @Override
  public void run(Bootstrap<?> bootstrap, Namespace namespace) throws Exception {
    Application<McpConfiguration> application = maker.get();
    Bootstrap<McpConfiguration> own = new Bootstrap<>(application);
    application.initialize(own);
    new ServeCommand(application, PORTS).run(own, namespace);
  }

  @Override
  public void onError(Cli cli, Namespace namespace, Throwable error) {
    CommandErrors.print(cli, error);
  }
}
