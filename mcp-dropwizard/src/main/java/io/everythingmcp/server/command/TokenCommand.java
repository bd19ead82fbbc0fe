package io.everythingmcp.server.command;

import io.dropwizard.core.Application;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import io.everythingmcp.api.OAuthScopes;
import io.everythingmcp.server.command.login.CommandLineLogin;
import io.everythingmcp.server.command.login.LoginFailure;
import io.everythingmcp.server.configuration.McpConfiguration;
import java.net.URI;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** Logs in at the running server as a user of the fake identity provider, and prints the token. */
public final class TokenCommand extends ConfiguredCommand<McpConfiguration> {
  private final Application<McpConfiguration> application;

  /** The command of an application. */
  public TokenCommand(Application<McpConfiguration> application) {
    super("token", "Logs in at the running server as a browser does, and prints an access token");
    this.application = application;
  }

  @Override
  protected Class<McpConfiguration> getConfigurationClass() {
    return application.getConfigurationClass();
  }

  @Override
  public void configure(Subparser parser) {
    super.configure(parser);
    parser.addArgument("--url").help("the MCP endpoint; otherwise that of the configuration");
    parser.addArgument("--user").setDefault("alice").help("user name for the login");
    parser
        .addArgument("--scope")
        .setDefault(OAuthScopes.READ + " " + OAuthScopes.WRITE)
        .help("scopes, separated by spaces");
  }

  @Override
  protected void run(
      Bootstrap<McpConfiguration> bootstrap, Namespace namespace, McpConfiguration configuration) {
    String url = namespace.getString("url");
    URI endpoint = address(url == null ? configuration.endpointUrl() : url);
    try {
      System.out.println(
          new CommandLineLogin(endpoint, namespace.getString("user"), namespace.getString("scope"))
              .token());
    } catch (LoginFailure failure) {
      throw new CommandException(failure.getMessage(), failure);
    }
  }

  private static URI address(String url) {
    try {
      URI uri = URI.create(url);
      if (uri.getHost() != null && uri.getScheme().matches("https?")) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw wrong(url);
    }
    throw wrong(url);
  }

  private static CommandException wrong(String url) {
    return new CommandException(
        "--url is '"
            + url
            + "'; it must be the address of an endpoint, such as"
            + " http://localhost:3232/mcp");
  }

  @Override
  public void onError(Cli cli, Namespace namespace, Throwable error) {
    CommandErrors.print(cli, error);
  }
}
