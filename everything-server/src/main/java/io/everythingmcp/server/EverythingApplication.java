package io.everythingmcp.server;

import io.dropwizard.configuration.EnvironmentVariableSubstitutor;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.core.Application;
import io.dropwizard.core.cli.ServerCommand;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import io.everythingmcp.server.command.CheckCommand;
import io.everythingmcp.server.command.MintJwtCommand;
import io.everythingmcp.server.config.EverythingConfiguration;
import io.everythingmcp.server.config.SessionConfiguration; // sessionful
import io.everythingmcp.server.feature.Catalog;
import io.everythingmcp.server.feature.fixtures.Fixtures;
import io.everythingmcp.server.feature.prompts.Prompts;
import io.everythingmcp.server.feature.resources.Resources;
import io.everythingmcp.server.feature.tools.Tools;
import io.everythingmcp.server.ops.Health;
import io.everythingmcp.server.ops.HealthResource;
import io.everythingmcp.server.ops.StoreHealthCheck;
import io.everythingmcp.server.protocol.sessionful.SessionfulEra; // sessionful
import io.everythingmcp.server.protocol.stateless.StatelessEra; // stateless
import io.everythingmcp.server.session.SessionLimits; // sessionful
import io.everythingmcp.server.web.ContainerErrors;
import io.everythingmcp.server.web.ElicitationResource;
import io.everythingmcp.server.web.ErrorPage;
import io.everythingmcp.server.web.ErrorPageWriter;
import io.everythingmcp.server.web.FilesResource;
import io.everythingmcp.server.web.Site;
import io.everythingmcp.server.web.SplashResource;
import io.everythingmcp.server.web.StoreAwayMapper;
import io.everythingmcp.server.web.Templates;

/** A server that has one of everything. */
public final class EverythingApplication extends Application<EverythingConfiguration> {
  private final Templates<EverythingConfiguration> templates = new Templates<>();
  private final McpBundle mcp = new McpBundle(server(), this::pages);
  private final ResourceServerBundle guard = new ResourceServerBundle(mcp);
  private final AuthorizationServerBundle authorization =
      new AuthorizationServerBundle(mcp, guard, templates);

  /** Starts the command that the arguments name. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 0 && arguments[0].equals(StdioCommand.NAME)) {
      StdioCommand.keepOutputClean();
    }
    new EverythingApplication().run(arguments);
  }

  @Override
  public String getName() {
    return "everything-server";
  }

  @Override
  protected void addDefaultCommands(Bootstrap<EverythingConfiguration> bootstrap) {
    bootstrap.addCommand(new ServerCommand<>(this));
    bootstrap.addCommand(new CheckCommand(this));
  }

  @Override
  public void initialize(Bootstrap<EverythingConfiguration> bootstrap) {
    bootstrap.setConfigurationSourceProvider(
        new SubstitutingSourceProvider(
            bootstrap.getConfigurationSourceProvider(),
            new EnvironmentVariableSubstitutor(false, true)));
    bootstrap.addCommand(new StdioCommand(this));
    bootstrap.addCommand(new AuthServerCommand());
    bootstrap.addCommand(new MintJwtCommand(this));
    bootstrap.addBundle(templates);
    bootstrap.addBundle(mcp);
    bootstrap.addBundle(authorization);
    bootstrap.addBundle(guard);
  }

  /** The features and the eras of this server. */
  static McpServerFactory server() {
    McpServerFactory server =
        new McpServerFactory(EverythingApplication::features, Tools.prepared());
    server.sessionful((runtime, c) -> new SessionfulEra(runtime, limits(c))); // sessionful
    server.stateless((runtime, configuration) -> new StatelessEra(runtime)); // stateless
    server.guarded(ResourceServerBundle::guard);
    return server;
  }

  private static Catalog features(EverythingConfiguration configuration) {
    Catalog everything =
        new Catalog(Tools.all(), Prompts.all(), Resources.all(), Resources.templates());
    return configuration.getMcp().isFixtures() ? everything.plus(Fixtures.catalog()) : everything;
  }

  private static SessionLimits limits(EverythingConfiguration configuration) { // sessionful
    SessionConfiguration sessions = configuration.getMcp().getSessions(); // sessionful
    return new SessionLimits( // sessionful
        sessions.getTimeout().toJavaDuration(), // sessionful
        sessions.getMax(), // sessionful
        sessions.getMaxPerCaller(), // sessionful
        sessions.getPing().toJavaDuration()); // sessionful
  } // sessionful

  private void pages(
      McpServer server, EverythingConfiguration configuration, Environment environment) {
    Site site = new Site(configuration.getBaseUri(), server.runtime().identity().title());
    Health health = new Health(server.runtime().store(), guard::authServer);
    ErrorPage errors = new ErrorPage(site, templates);
    environment.healthChecks().register("store", new StoreHealthCheck(server.runtime().store()));
    JerseyEnvironment jersey = environment.jersey();
    jersey.register(new HealthResource(health));
    jersey.register(
        new SplashResource(site, server.runtime(), server.served(), configuration, health));
    jersey.register(new ElicitationResource(site, server.runtime().consents(), guard::visitor));
    jersey.register(new FilesResource());
    jersey.register(new StoreAwayMapper());
    jersey.register(new ErrorPageWriter(errors));
    ContainerErrors.install(environment, errors);
  }

  @Override
  public void run(EverythingConfiguration configuration, Environment environment) {
    // All of it is in the bundles.
  }
}
