package io.everythingmcp.server.command;

import io.dropwizard.core.Application;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import io.everythingmcp.server.configuration.McpConfiguration;
import java.util.List;
import net.sourceforge.argparse4j.inf.Namespace;

/**
 * Reports the enabled features of a configuration, its security warnings and possible mistakes. An
 * invalid configuration ends the command with an error, as for every other command.
 */
public final class CheckCommand extends ConfiguredCommand<McpConfiguration> {
  private final Application<McpConfiguration> application;
  private final boolean hasFixtures;

  /**
   * Creates the command of an application.
   *
   * @param hasFixtures whether {@code mcp.fixtures} has an effect in this application
   */
  public CheckCommand(Application<McpConfiguration> application, boolean hasFixtures) {
    super("check", "Validates the configuration; lists enabled features and security warnings");
    this.application = application;
    this.hasFixtures = hasFixtures;
  }

  @Override
  protected Class<McpConfiguration> getConfigurationClass() {
    return application.getConfigurationClass();
  }

  @Override
  protected void run(
      Bootstrap<McpConfiguration> bootstrap, Namespace namespace, McpConfiguration configuration) {
    ConfigurationReport report = new ConfigurationReport(configuration, hasFixtures);
    StringBuilder text = new StringBuilder("Configuration is valid.\n\nEnabled:\n");
    report.enabledFeatures().forEach(line -> text.append("  ").append(line).append('\n'));
    List<String> unsafe = report.unsafe();
    text.append(unsafe.isEmpty() ? "\nNo security warnings.\n" : "\nSecurity warnings:\n");
    unsafe.forEach(line -> text.append("  ! ").append(line).append('\n'));
    List<String> doubtful = report.possibleMistakes();
    text.append(doubtful.isEmpty() ? "" : "\nDoubtful:\n");
    doubtful.forEach(line -> text.append("  ? ").append(line).append('\n'));
    System.out.print(text);
  }

  @Override
  public void onError(Cli cli, Namespace namespace, Throwable error) {
    CommandErrors.print(cli, error);
  }
}
