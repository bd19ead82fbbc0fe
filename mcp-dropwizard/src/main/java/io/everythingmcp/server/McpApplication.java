package io.everythingmcp.server;

import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.everythingmcp.server.command.CheckCommand;
import io.everythingmcp.server.command.ServeCommand;
import io.everythingmcp.server.configuration.McpConfiguration;

/**
 * Application that consists of one MCP server. In addition to the bundle it has the commands {@code
 * server}, which reports a port in use in one line, and {@code check}, which reports the enabled
 * features and security warnings of a configuration. An application with a custom configuration
 * class extends {@link Application} and adds the bundle itself.
 */
public abstract class McpApplication extends Application<McpConfiguration> {
  private final McpServerBundle bundle;

  /** An application of this server. */
  protected McpApplication(McpServerBundle bundle) {
    this.bundle = bundle;
  }

  /** The server of this application. */
  protected final McpServerBundle bundle() {
    return bundle;
  }

  @Override
  public String getName() {
    return bundle.name();
  }

  @Override
  protected void addDefaultCommands(Bootstrap<McpConfiguration> bootstrap) {
    bootstrap.addCommand(new ServeCommand(this, ServeCommand.PortNames.SERVER));
    bootstrap.addCommand(
        new CheckCommand(this, bundle.settings().features().fixtures().isPresent()));
  }

  @Override
  public void initialize(Bootstrap<McpConfiguration> bootstrap) {
    bootstrap.addBundle(bundle);
  }

  @Override
  public void run(McpConfiguration configuration, Environment environment) {
    // The bundle installs the server.
  }
}
