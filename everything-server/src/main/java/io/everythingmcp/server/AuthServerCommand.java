package io.everythingmcp.server;

import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.Command;
import io.dropwizard.core.setup.Bootstrap;
import io.everythingmcp.server.command.CommandErrors;
import io.everythingmcp.server.command.ServeCommand;
import io.everythingmcp.server.config.EverythingConfiguration;
import io.everythingmcp.server.feature.Catalog;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** Serves the authorization server alone, on a port of its own, from the same configuration. */
final class AuthServerCommand extends Command {
  private static final String FILE = "file";

  private static final ServeCommand.PortNames PORTS =
      new ServeCommand.PortNames("AUTH_SERVER_PORT", "AUTH_SERVER_ADMIN_PORT");

  private final UnaryOperator<String> variables;
  private final Function<EverythingConfiguration, Catalog> features;

  /**
   * The command.
   *
   * @param variables finds variables of the environment
   * @param features what the server offers whose clients it serves
   */
  AuthServerCommand(
      UnaryOperator<String> variables, Function<EverythingConfiguration, Catalog> features) {
    super("auth-server", "Serves the authorization server alone");
    this.variables = variables;
    this.features = features;
  }

  @Override
  public void configure(Subparser subparser) {
    subparser.addArgument(FILE).nargs("?").help("application configuration file");
  }

  @Override
  public void run(Bootstrap<?> bootstrap, Namespace namespace) throws Exception {
    AuthServerApplication application = new AuthServerApplication(variables, features);
    Bootstrap<EverythingConfiguration> own = new Bootstrap<>(application);
    application.initialize(own);
    new ServeCommand(application, PORTS).run(own, namespace);
  }

  @Override
  public void onError(Cli cli, Namespace namespace, Throwable error) {
    CommandErrors.print(cli, error);
  }
}
