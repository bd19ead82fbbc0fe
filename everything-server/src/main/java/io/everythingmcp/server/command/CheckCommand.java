package io.everythingmcp.server.command;

import io.dropwizard.core.Application;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import io.everythingmcp.server.config.EverythingConfiguration;
import java.util.List;
import java.util.function.Consumer;
import net.sourceforge.argparse4j.inf.Namespace;

/**
 * Says whether the configuration is right, what it switches on, and what is unsafe about it. What
 * is not right ends the command with an error before it gets here.
 */
public final class CheckCommand extends ConfiguredCommand<EverythingConfiguration> {
  private final Application<EverythingConfiguration> application;
  private final Consumer<EverythingConfiguration> more;

  /**
   * The command of an application.
   *
   * @param more throws when something is wrong that only the application can tell
   */
  public CheckCommand(
      Application<EverythingConfiguration> application, Consumer<EverythingConfiguration> more) {
    super("check", "Says whether the configuration is right, what is on, and what is unsafe");
    this.application = application;
    this.more = more;
  }

  @Override
  protected Class<EverythingConfiguration> getConfigurationClass() {
    return application.getConfigurationClass();
  }

  @Override
  protected void run(
      Bootstrap<EverythingConfiguration> bootstrap,
      Namespace namespace,
      EverythingConfiguration configuration) {
    more.accept(configuration);
    ConfigurationReport report = new ConfigurationReport(configuration);
    StringBuilder text = new StringBuilder("The configuration is right.\n\nOn:\n");
    report.on().forEach(line -> text.append("  ").append(line).append('\n'));
    List<String> unsafe = report.unsafe();
    text.append(unsafe.isEmpty() ? "\nNothing looks unsafe.\n" : "\nUnsafe:\n");
    unsafe.forEach(line -> text.append("  ! ").append(line).append('\n'));
    System.out.print(text);
  }
}
