package io.everythingmcp.server;

import com.fasterxml.jackson.databind.SerializationFeature;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import io.everythingmcp.server.command.CheckCommand;
import io.everythingmcp.server.command.MintJwtCommand;
import io.everythingmcp.server.command.ServeCommand;
import io.everythingmcp.server.command.TokenCommand;
import io.everythingmcp.server.config.EverythingConfiguration;
import io.everythingmcp.server.config.file.CheckedConfigurationFactory;
import io.everythingmcp.server.event.Events;
import io.everythingmcp.server.event.ServerEvent;
import io.everythingmcp.server.feature.Catalog;
import io.everythingmcp.server.feature.Tool;
import io.everythingmcp.server.feature.fixtures.Fixtures;
import io.everythingmcp.server.feature.prompts.Prompts;
import io.everythingmcp.server.feature.resources.Resources;
import io.everythingmcp.server.feature.tools.Tools;
import io.everythingmcp.server.install.Management;
import io.everythingmcp.server.install.Observation;
import io.everythingmcp.server.install.Traces;
import io.everythingmcp.server.ops.Health;
import io.everythingmcp.server.ops.HealthResource;
import io.everythingmcp.server.ops.Stats;
import io.everythingmcp.server.ops.StoreHealthCheck;
import io.everythingmcp.server.ops.Warnings;
import io.everythingmcp.server.ops.metrics.Metrics;
import io.everythingmcp.server.ops.session.SessionAdmin; // sessionful
import io.everythingmcp.server.ops.session.SessionsResource; // sessionful
import io.everythingmcp.server.ops.tenant.TenantsResource;
import io.everythingmcp.server.protocol.ServerRuntime;
import io.everythingmcp.server.protocol.StoredScope; // sessionful
import io.everythingmcp.server.session.EventLog; // sessionful
import io.everythingmcp.server.session.SessionLimits; // sessionful
import io.everythingmcp.server.session.Sessions; // sessionful
import io.everythingmcp.server.store.Store; // sessionful
import io.everythingmcp.server.web.ContainerErrors;
import io.everythingmcp.server.web.DocsResource;
import io.everythingmcp.server.web.ElicitationResource;
import io.everythingmcp.server.web.ErrorPage;
import io.everythingmcp.server.web.ErrorPageWriter;
import io.everythingmcp.server.web.FilesResource;
import io.everythingmcp.server.web.Site;
import io.everythingmcp.server.web.SplashResource;
import io.everythingmcp.server.web.StoreAwayMapper;
import io.everythingmcp.server.web.Templates;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server that has one of everything. */
public final class EverythingApplication extends Application<EverythingConfiguration> {
  private static final Logger LOG = LoggerFactory.getLogger(EverythingApplication.class);
  private static final Duration LOOK = Duration.ofSeconds(30);

  private final UnaryOperator<String> variables;
  private final Templates<EverythingConfiguration> templates = new Templates<>();
  private final McpBundle mcp = new McpBundle(server(), this::pages, this::operations);
  private final ResourceServerBundle guard = new ResourceServerBundle(mcp);
  private final AuthorizationServerBundle authorization =
      new AuthorizationServerBundle(mcp, guard, templates);

  /** Reads the variables of this process. */
  public EverythingApplication() {
    this(System::getenv);
  }

  /** Reads these variables. */
  EverythingApplication(UnaryOperator<String> variables) {
    this.variables = variables;
  }

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
    bootstrap.addCommand(new ServeCommand(this, ServeCommand.PortNames.SERVER));
    bootstrap.addCommand(new CheckCommand(this));
  }

  @Override
  public void initialize(Bootstrap<EverythingConfiguration> bootstrap) {
    readStrictly(bootstrap, variables);
    bootstrap.getObjectMapper().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    bootstrap.addCommand(new StdioCommand(this));
    bootstrap.addCommand(new AuthServerCommand(variables, EverythingApplication::features));
    bootstrap.addCommand(new MintJwtCommand(this));
    bootstrap.addCommand(new TokenCommand(this));
    bootstrap.addBundle(templates);
    bootstrap.addBundle(mcp);
    bootstrap.addBundle(authorization);
    bootstrap.addBundle(guard);
    bootstrap.addBundle(new TenantBundle(mcp));
  }

  /** The features and the eras of this server. */
  static McpServerFactory server() {
    return server(EverythingApplication::features, Tools.prepared());
  }

  /** A server with other features, in the eras of this one. */
  static McpServerFactory server(
      Function<EverythingConfiguration, Catalog> features, List<Tool> prepared) {
    return new McpServerFactory(features, prepared).allEras();
  }

  /** Every command reads its configuration this way, and refuses the same mistakes. */
  static void readStrictly(
      Bootstrap<EverythingConfiguration> bootstrap, UnaryOperator<String> variables) {
    StartRules rules = new StartRules(EverythingApplication::features);
    bootstrap.setConfigurationFactoryFactory(
        (type, validator, mapper, prefix) ->
            new CheckedConfigurationFactory(validator, mapper, prefix, variables, rules));
  }

  private static Catalog features(EverythingConfiguration configuration) {
    Catalog everything =
        new Catalog(Tools.all(), Prompts.all(), Resources.all(), Resources.templates());
    return configuration.getMcp().isFixtures() ? Fixtures.after(everything) : everything;
  }

  private void pages(
      McpServer server, EverythingConfiguration configuration, Environment environment) {
    Site site = new Site(configuration.getBaseUri(), server.runtime().identity().title());
    Health health = new Health(server.runtime().store(), guard::authServer);
    Events events = server.runtime().events();
    events.listen(ServerEvent.Stopped.class, stopped -> health.stopping());
    ErrorPage errors = new ErrorPage(site, templates);
    environment.healthChecks().register("store", new StoreHealthCheck(server.runtime().store()));
    JerseyEnvironment jersey = environment.jersey();
    jersey.register(new HealthResource(health));
    jersey.register(
        new SplashResource(site, server.runtime(), server.served(), configuration, health));
    jersey.register(new ElicitationResource(site, server.runtime().consents(), guard::visitor));
    jersey.register(new FilesResource());
    jersey.register(new DocsResource());
    jersey.register(new StoreAwayMapper());
    jersey.register(new ErrorPageWriter(errors));
    ContainerErrors.install(environment, errors, McpBundle.everywhere(configuration));
  }

  private void operations(
      McpServer server, EverythingConfiguration configuration, Environment environment) {
    Stats stats = new Stats();
    stats.add("eventsLost", server.runtime().events()::lost);
    stats.add("requestsRunning", server::running);
    Metrics metrics = Observation.install(server.runtime(), server::running, environment);
    Traces.install(server.runtime(), configuration, environment);
    metrics.gauge("mcp_server_streams", "Open streams and answers that are waited for", mcp::open);
    Warnings warnings = new Warnings();
    warnings.watch("bytes of heap", configuration.getLimits().getWarnHeap().toBytes(), Stats::heap);
    server.runtime().workers().every(LOOK, warnings::look);
    Events events = server.runtime().events();
    events.listen(ServerEvent.Stopped.class, stopped -> LOG.info("Final: {}", stats.now()));
    ServerRuntime runtime = server.runtime();
    Management management = Management.install(runtime, configuration, environment, stats);
    server.stateless().ifPresent(era -> management.rotates("requestState", era::rotateKeys));
    sessions(configuration, management, metrics, warnings);
    tenants(runtime, configuration, management, warnings);
  }

  private static Sessions directory( // sessionful
      ServerRuntime runtime, EverythingConfiguration configuration, Store store) { // sessionful
    SessionLimits limits = AllEras.limits(configuration, runtime); // sessionful
    Sessions sessions = // sessionful
        new Sessions(store, new EventLog(store), limits, runtime.events()); // sessionful
    sessions.whenGone(id -> StoredScope.ofSession(store, id).clear()); // sessionful
    return sessions; // sessionful
  } // sessionful

  private void sessions(
      EverythingConfiguration configuration,
      Management management,
      Metrics metrics,
      Warnings warnings) {
    management.stats().add("activeSessions", mcp::sessions);
    metrics.gauge("mcp_server_sessions", "Sessions on all instances", mcp::sessions);
    warnings.watch("sessions", configuration.getLimits().getWarnSessions(), mcp::sessions);
  }

  private void tenants(
      ServerRuntime runtime,
      EverythingConfiguration configuration,
      Management management,
      Warnings warnings) {
    TenantServers servers = mcp.tenantServers();
    Function<Store, SessionAdmin> sessions = // sessionful
        store -> new SessionAdmin(directory(runtime, configuration, store)); // sessionful
    management.add( // sessionful
        new SessionsResource(whose -> servers.whose(whose).map(sessions))); // sessionful
    management.rotates("requestState of tenants and mounts", mcp::rotateKeys);
    management.add(
        new TenantsResource(
            mcp.tenantAdmin(), runtime.catalog()::current, configuration.getBaseUri()));
    management.stats().add("registeredTokens", servers.tenants()::tokenCount);
    management.stats().add("activeServers", servers::active);
    int bound = configuration.getLimits().getWarnTokens();
    warnings.watch("tokens", bound, servers.tenants()::tokenCount);
  }

  @Override
  public void run(EverythingConfiguration configuration, Environment environment) {
    // All of it is in the bundles.
  }
}
