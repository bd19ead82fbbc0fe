package io.everythingmcp.server;

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
import io.everythingmcp.server.protocol.ServerRuntime;
import io.everythingmcp.server.security.audit.ReuseListener;
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
final class AuthorizationServerInstaller {
  private final InstalledServer mcp;
  private final TemplateBundle<?> templates;
  private final Optional<EmbeddedIdentityProvider> provider;
  private volatile Installed installed;

  /**
   * Not installed yet.
   *
   * @param provider where users log in, unless a real provider is configured
   */
  AuthorizationServerInstaller(
      InstalledServer mcp,
      TemplateBundle<?> templates,
      Optional<EmbeddedIdentityProvider> provider) {
    this.mcp = mcp;
    this.templates = templates;
    this.provider = provider;
  }

  /**
   * Returns the verifier of the tokens that this server issues.
   *
   * @param resources the audience of a token must be one of them
   */
  TokenVerifier verifier(Set<String> resources) {
    return installed.server().verifier(resources);
  }

  /** Returns the resolver of the browser user: the login session if there is a login. */
  BrowserUserResolver browserUserResolver() {
    return installed == null ? BrowserUserResolver.OF_REQUEST : installed;
  }

  /** Installs the authorization server that the configuration enables. */
  void install(McpConfiguration configuration, Environment environment) {
    AuthModes modes = AuthModes.anywhere(configuration);
    if (!modes.ownServer()) {
      return;
    }
    SiteInfo site = new SiteInfo(configuration.issuer(), mcp.server().runtime().identity().label());
    EmbeddedAuthorizationServer embedded =
        new EmbeddedAuthorizationServer(
            configuration,
            configuration.issuer(),
            modes.has(Mode.OAUTH2) ? Optional.empty() : provider,
            () -> mcp.server().runtime().catalog().current(),
            mcp.server().runtime().store(),
            new AuthorizationPages(site, templates),
            new PublishingListener(mcp.server().runtime()));
    embedded.install(environment);
    new EndedGrants(mcp.server().runtime().store())
        .subscribe(ended -> mcp.grantEnded(configuration.issuer(), ended));
    installed = new Installed(embedded.server(), site.root());
  }

  /** Publishes reuses as events, and outcomes to the observers of operations. */
  private record PublishingListener(ServerRuntime runtime) implements ReuseListener {
    @Override
    public void reused(String kind, String clientId, String subject) {
      runtime.events().publish(new ServerEvent.CredentialReused(kind, clientId, subject));
    }

    @Override
    public void outcome(String endpoint, String outcome) {
      runtime.operations().authenticated(endpoint, outcome);
    }
  }

  /**
   * Server that is installed. Resolves the browser user by the login session at the authorization
   * server.
   *
   * @param root path prefix of all paths of this server
   */
  private record Installed(AuthorizationServer server, String root) implements BrowserUserResolver {
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
