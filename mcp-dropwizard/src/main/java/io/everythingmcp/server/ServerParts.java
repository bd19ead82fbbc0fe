package io.everythingmcp.server;

import com.fasterxml.jackson.databind.SerializationFeature;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.everythingmcp.server.authserver.EmbeddedIdentityProvider;
import io.everythingmcp.server.command.AuthorizationServerCommand;
import io.everythingmcp.server.command.MintJwtCommand;
import io.everythingmcp.server.command.TokenCommand;
import io.everythingmcp.server.configuration.AuthConfiguration.Mode;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.configuration.file.CheckedConfigurationFactory;
import io.everythingmcp.server.web.TemplateBundle;
import java.util.Optional;
import java.util.Set;

/**
 * Composes the parts of a server and installs them in the order in which requests pass them:
 * authentication before tenants. Adds the commands of the application.
 */
final class ServerParts {
  private final ServerSettings settings;
  private final McpServerFactory factory;
  private final TemplateBundle<McpConfiguration> templates = new TemplateBundle<>();
  private final InstalledServer mcp;
  private final AuthorizationServerInstaller authorizationServer;
  private final ResourceServerInstaller resourceServer;

  ServerParts(ServerSettings settings, McpServerFactory factory) {
    this.settings = settings;
    this.factory = factory;
    this.mcp = new InstalledServer(factory);
    this.authorizationServer =
        new AuthorizationServerInstaller(mcp, templates, settings.identityProvider());
    this.resourceServer =
        new ResourceServerInstaller(mcp, authorizationServer, settings.verifier());
  }

  /** Adds the commands of the server to an application, and what it needs before it runs. */
  void add(Bootstrap<McpConfiguration> bootstrap) {
    readStrictly(bootstrap);
    bootstrap.getObjectMapper().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    bootstrap.addCommand(new StdioCommand(bootstrap.getApplication(), factory));
    bootstrap.addCommand(
        new AuthorizationServerCommand(
            () -> new AuthorizationServerApplication(bootstrap.getApplication(), this)));
    bootstrap.addCommand(new MintJwtCommand(bootstrap.getApplication()));
    bootstrap.addCommand(new TokenCommand(bootstrap.getApplication()));
    bootstrap.addBundle(templates);
  }

  /** Installs all parts. */
  void install(McpConfiguration configuration, Environment environment) {
    // A configuration that was not read from a file lacks the values of the application.
    settings.setDefaults(configuration);
    mcp.install(configuration, environment);
    new PagesInstaller(mcp, authorizationServer, resourceServer, templates, settings.homePageHint())
        .install(configuration, environment);
    new OperationsInstaller(mcp).install(configuration, environment);
    authorizationServer.install(configuration, environment);
    resourceServer.install(configuration, environment);
    new TenantInstaller(mcp, settings.tenantResolvers(), settings.requestFilters())
        .install(configuration, environment);
  }

  /** Installs the endpoints and their authentication only: no pages, operations or tenants. */
  void installEndpoints(McpConfiguration configuration, Environment environment) {
    mcp.install(configuration, environment);
    authorizationServer.install(configuration, environment);
    resourceServer.install(configuration, environment);
  }

  /** Every command reads its configuration this way, and refuses the same mistakes. */
  void readStrictly(Bootstrap<McpConfiguration> bootstrap) {
    StartRules rules =
        new StartRules(
            factory::catalog,
            new StartRules.Provided(
                identityProvider().isPresent(),
                settings.verifier().isPresent() ? Set.of(Mode.CUSTOM) : Set.of()));
    bootstrap.setConfigurationFactoryFactory(
        (type, validator, mapper, prefix) ->
            new CheckedConfigurationFactory<>(
                type,
                validator,
                mapper,
                prefix,
                settings.variables(),
                settings::setDefaults,
                rules));
  }

  InstalledServer mcp() {
    return mcp;
  }

  McpServerFactory factory() {
    return factory;
  }

  Optional<EmbeddedIdentityProvider> identityProvider() {
    return settings.identityProvider();
  }
}
