package io.everythingmcp.server;

import io.dropwizard.core.cli.Command;
import io.dropwizard.core.setup.Bootstrap;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** Serves the authorization server alone, on a port of its own, from the same configuration. */
final class AuthServerCommand extends Command {
  private static final String FILE = "file";

  AuthServerCommand() {
    super("auth-server", "Serves the authorization server alone");
  }

  @Override
  public void configure(Subparser subparser) {
    subparser.addArgument(FILE).nargs("?").help("application configuration file");
  }

  @Override
  public void run(Bootstrap<?> bootstrap, Namespace namespace) throws Exception {
    String file = namespace.getString(FILE);
    AuthServerApplication application = new AuthServerApplication();
    if (file == null) {
      application.run("server");
    } else {
      application.run("server", file);
    }
  }
}
