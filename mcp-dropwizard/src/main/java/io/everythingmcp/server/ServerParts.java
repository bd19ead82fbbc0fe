package io.everythingmcp.server;

import com.fasterxml.jackson.databind.SerializationFeature;
import io.dropwizard.core.ConfiguredBundle;
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

/** Adds the parts of a server, and its commands, to an application. */
final class ServerParts {
  private final ServerSettings settings;
  private final McpServerFactory factory;
  private final McpBundle mcp;

  ServerParts(ServerSettings settings) {
    this.settings = settings;
    this.factory = settings.factory();
    this.mcp = new McpBundle(factory);
  }

  /** Adds all of them. */
  void add(Bootstrap<McpConfiguration> bootstrap) {
    readStrictly(bootstrap);
    bootstrap.getObjectMapper().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    bootstrap.addCommand(new StdioCommand(bootstrap.getApplication(), factory));
    bootstrap.addCommand(
        new AuthorizationServerCommand(
            () -> new AuthorizationServerApplication(bootstrap.getApplication(), this)));
    bootstrap.addCommand(new MintJwtCommand(bootstrap.getApplication()));
    bootstrap.addCommand(new TokenCommand(bootstrap.getApplication()));
    addParts(bootstrap);
  }

  private void addParts(Bootstrap<McpConfiguration> bootstrap) {
    TemplateBundle<McpConfiguration> templates = new TemplateBundle<>();
    ResourceServerBundle resourceServer = new ResourceServerBundle(mcp);
    settings
        .verifier()
        .ifPresent(
            own -> resourceServer.verifier(Mode.CUSTOM, (configuration, server, named) -> own));
    TenantBundle tenants = new TenantBundle(mcp);
    settings.requestFilters().forEach(tenants::requestFilter);
    settings.tenantResolvers().forEach(tenants::resolver);
    bootstrap.addBundle(new Defaults(settings));
    bootstrap.addBundle(templates);
    bootstrap.addBundle(mcp);
    bootstrap.addBundle(
        new PagesBundle(mcp, resourceServer, templates).welcome(settings.homePageHint()));
    bootstrap.addBundle(new OperationsBundle(mcp));
    bootstrap.addBundle(
        new AuthorizationServerBundle(mcp, resourceServer, templates, identityProvider()));
    bootstrap.addBundle(resourceServer);
    bootstrap.addBundle(tenants);
  }

  /** Every command reads its configuration this way, and refuses the same mistakes. */
  void readStrictly(Bootstrap<McpConfiguration> bootstrap) {
    StartRules rules =
        new StartRules(
            factory::catalog,
            configuration -> mcp.assembly().check(configuration),
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

  /** Sets the values of the application in a configuration that was not read from a file. */
  private record Defaults(ServerSettings settings) implements ConfiguredBundle<McpConfiguration> {
    @Override
    public void run(McpConfiguration configuration, Environment environment) {
      settings.setDefaults(configuration);
    }
  }

  McpBundle mcp() {
    return mcp;
  }

  McpServerFactory factory() {
    return factory;
  }

  Optional<EmbeddedIdentityProvider> identityProvider() {
    return settings.identityProvider();
  }
}
