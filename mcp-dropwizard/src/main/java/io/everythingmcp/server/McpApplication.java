package io.everythingmcp.server;

import com.fasterxml.jackson.databind.SerializationFeature;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.everythingmcp.server.command.AuthServerCommand;
import io.everythingmcp.server.command.CheckCommand;
import io.everythingmcp.server.command.MintJwtCommand;
import io.everythingmcp.server.command.ServeCommand;
import io.everythingmcp.server.command.TokenCommand;
import io.everythingmcp.server.config.EverythingConfiguration;
import io.everythingmcp.server.config.file.CheckedConfigurationFactory;
import io.everythingmcp.server.web.Templates;
import java.util.function.UnaryOperator;

/**
 * A server with all parts there are, and the commands {@code server}, {@code check}, {@code stdio},
 * {@code auth-server}, {@code mint-jwt} and {@code token}. A class that extends it names what the
 * server offers.
 */
public abstract class McpApplication extends Application<EverythingConfiguration> {
  private final UnaryOperator<String> variables;
  private McpServerFactory factory;
  private McpBundle mcp;

  /** Reads the variables of this process. */
  protected McpApplication() {
    this(System::getenv);
  }

  /** Reads these variables. */
  McpApplication(UnaryOperator<String> variables) {
    this.variables = variables;
  }

  /** Makes what makes the server: its features, its revisions, and how it introduces itself. */
  protected abstract McpServerFactory serverFactory();

  /** A text for people on the home page, about what to do first; empty for none. */
  protected String welcome() {
    return "";
  }

  /** Starts the command that the arguments name. */
  public final void start(String... arguments) throws Exception {
    if (arguments.length > 0 && arguments[0].equals(StdioCommand.NAME)) {
      StdioCommand.keepOutputClean();
    }
    run(arguments);
  }

  /** The factory of the server, which is made once. */
  final McpServerFactory factory() {
    if (factory == null) {
      factory = serverFactory();
    }
    return factory;
  }

  @Override
  protected void addDefaultCommands(Bootstrap<EverythingConfiguration> bootstrap) {
    bootstrap.addCommand(new ServeCommand(this, ServeCommand.PortNames.SERVER));
    bootstrap.addCommand(new CheckCommand(this, () -> mcp.parts()));
  }

  @Override
  public void initialize(Bootstrap<EverythingConfiguration> bootstrap) {
    readStrictly(bootstrap);
    bootstrap.getObjectMapper().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    bootstrap.addCommand(new StdioCommand(this));
    bootstrap.addCommand(new AuthServerCommand(() -> new AuthServerApplication(this)));
    bootstrap.addCommand(new MintJwtCommand(this));
    bootstrap.addCommand(new TokenCommand(this));
    bundles(bootstrap);
  }

  private void bundles(Bootstrap<EverythingConfiguration> bootstrap) {
    Templates<EverythingConfiguration> templates = new Templates<>();
    mcp = new McpBundle(factory());
    ResourceServerBundle guard = new ResourceServerBundle(mcp);
    bootstrap.addBundle(templates);
    bootstrap.addBundle(mcp);
    bootstrap.addBundle(new PagesBundle(mcp, guard, templates).welcome(welcome()));
    bootstrap.addBundle(new OperationsBundle(mcp));
    bootstrap.addBundle(new AuthorizationServerBundle(mcp, guard, templates));
    bootstrap.addBundle(guard);
    bootstrap.addBundle(new TenantBundle(mcp));
  }

  /** Every command reads its configuration this way, and refuses the same mistakes. */
  final void readStrictly(Bootstrap<EverythingConfiguration> bootstrap) {
    StartRules rules =
        new StartRules(
            configuration -> factory().catalog(configuration),
            configuration -> mcp.assembly().check(configuration));
    bootstrap.setConfigurationFactoryFactory(
        (type, validator, mapper, prefix) ->
            new CheckedConfigurationFactory(validator, mapper, prefix, variables, rules));
  }

  @Override
  public void run(EverythingConfiguration configuration, Environment environment) {
    // All of it is in the bundles.
  }
}
