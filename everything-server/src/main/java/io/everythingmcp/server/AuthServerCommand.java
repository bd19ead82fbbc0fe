package io.everythingmcp.server;

import io.dropwizard.core.cli.Command;
import io.dropwizard.core.setup.Bootstrap;
import io.everythingmcp.server.config.EverythingConfiguration;
import io.everythingmcp.server.feature.Catalog;
import java.util.function.Function;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** Serves the authorization server alone, on a port of its own, from the same configuration. */
final class AuthServerCommand extends Command {
  private static final String FILE = "file";

  private final Function<EverythingConfiguration, Catalog> features;

  /**
   * The command.
   *
   * @param features what the server offers whose clients it serves
   */
  AuthServerCommand(Function<EverythingConfiguration, Catalog> features) {
    super("auth-server", "Serves the authorization server alone");
    this.features = features;
  }

  @Override
  public void configure(Subparser subparser) {
    subparser.addArgument(FILE).nargs("?").help("application configuration file");
  }

  @Override
  public void run(Bootstrap<?> bootstrap, Namespace namespace) throws Exception {
    String file = namespace.getString(FILE);
    AuthServerApplication application = new AuthServerApplication(features);
    if (file == null) {
      application.run("server");
    } else {
      application.run("server", file);
    }
  }
}
