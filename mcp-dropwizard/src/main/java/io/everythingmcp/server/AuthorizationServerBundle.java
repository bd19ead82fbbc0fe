package io.everythingmcp.server;

import io.dropwizard.core.ConfiguredBundle;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.everythingmcp.api.auth.TokenVerifier;
import io.everythingmcp.api.event.ServerEvent;
import io.everythingmcp.server.assembly.oauth.EmbeddedAuthorizationServer;
import io.everythingmcp.server.authserver.AuthorizationServer;
import io.everythingmcp.server.authserver.EmbeddedIdentityProvider;
import io.everythingmcp.server.authserver.endpoint.AuthorizationPages;
import io.everythingmcp.server.authserver.token.EndedGrants;
import io.everythingmcp.server.configuration.AuthConfiguration.Mode;
import io.everythingmcp.server.configuration.AuthModes;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.configuration.part.ServerPart;
import io.everythingmcp.server.web.BrowserUserResolver;
import io.everythingmcp.server.web.SiteInfo;
import io.everythingmcp.server.web.TemplateBundle;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/**
 * Authorization server in the process of the MCP endpoints: in the mode {@code integrated} with the
 * fake identity provider, in the mode {@code oauth2} with an upstream provider. In other modes it
 * adds nothing.
 */
public final class AuthorizationServerBundle implements ConfiguredBundle<McpConfiguration> {
  private final McpBundle mcp;
  private final ResourceServerBundle resourceServer;
  private final TemplateBundle<?> templates;
  private final Optional<EmbeddedIdentityProvider> provider;
  private EmbeddedAuthorizationServer embeddedServer;

  /**
   * Beside these endpoints.
   *
   * @param mcp is added to the same application
   * @param guard is added to it, too
   * @param provider where users log in, unless a real provider is configured
   */
  public AuthorizationServerBundle(
      McpBundle mcp,
      ResourceServerBundle guard,
      TemplateBundle<?> templates,
      Optional<EmbeddedIdentityProvider> provider) {
    this.mcp = mcp;
    this.resourceServer = guard;
    this.templates = templates;
    this.provider = provider;
  }

  @Override
  public void initialize(Bootstrap<?> bootstrap) {
    mcp.assembly().add(ServerPart.AUTHORIZATION_SERVER);
    resourceServer.verifier(Mode.INTEGRATED, this::verifier);
    resourceServer.verifier(Mode.OAUTH2, this::verifier);
  }

  private TokenVerifier verifier(
      McpConfiguration configuration, McpServer server, Set<String> resources) {
    return embeddedServer.server().verifier(resources);
  }

  @Override
  public void run(McpConfiguration configuration, Environment environment) {
    mcp.assembly().run(ServerPart.AUTHORIZATION_SERVER, configuration, environment, this::install);
  }

  private void install(McpConfiguration configuration, Environment environment) {
    AuthModes modes = AuthModes.anywhere(configuration);
    if (!modes.ownServer()) {
      return;
    }
    SiteInfo site = new SiteInfo(configuration.issuer(), mcp.server().runtime().identity().label());
    embeddedServer =
        new EmbeddedAuthorizationServer(
            configuration,
            configuration.issuer(),
            modes.has(Mode.OAUTH2) ? Optional.empty() : provider,
            () -> mcp.server().runtime().catalog().current(),
            mcp.server().runtime().store(),
            new AuthorizationPages(site, templates),
            (kind, client, subject) ->
                mcp.server()
                    .runtime()
                    .events()
                    .publish(new ServerEvent.CredentialReused(kind, client, subject)));
    embeddedServer.install(environment);
    new EndedGrants(mcp.server().runtime().store())
        .subscribe(ended -> mcp.grantEnded(configuration.issuer(), ended));
    resourceServer.browserUserResolver(new LoggedIn(embeddedServer.server(), site.root()));
  }

  /**
   * Resolves the browser user by the login session at the authorization server.
   *
   * @param root path prefix of all paths of this server
   */
  private record LoggedIn(AuthorizationServer server, String root) implements BrowserUserResolver {
    @Override
    public String owner(HttpServletRequest request) {
      return server.visitor(Collections.list(request.getHeaders("Cookie")));
    }

    @Override
    public Optional<URI> login(HttpServletRequest request) {
      return Optional.of(URI.create(root + "/login?page=" + request.getRequestURI()));
    }
  }
}
