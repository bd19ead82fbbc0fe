package io.everythingmcp.server;

import io.dropwizard.core.setup.Environment;
import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.OAuthScopes;
import io.everythingmcp.api.auth.TokenVerifier;
import io.everythingmcp.api.auth.VerificationResult;
import io.everythingmcp.server.assembly.HttpDebugLogSuppressor;
import io.everythingmcp.server.assembly.McpEndpointSecurity;
import io.everythingmcp.server.assembly.RateLimitInstaller;
import io.everythingmcp.server.assembly.endpoint.EndpointFilters;
import io.everythingmcp.server.assembly.endpoint.EndpointPaths;
import io.everythingmcp.server.assembly.oauth.BuiltInTokenVerifiers;
import io.everythingmcp.server.configuration.AuthConfiguration.Mode;
import io.everythingmcp.server.configuration.AuthModes;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.limit.OutboundCalls;
import io.everythingmcp.server.observation.HealthStatus;
import io.everythingmcp.server.protocol.OperationObservers;
import io.everythingmcp.server.protocol.ScopeAuthorizer;
import io.everythingmcp.server.security.CompositeTokenVerifier;
import io.everythingmcp.server.security.http.AuthErrorResponder;
import io.everythingmcp.server.security.http.AuthenticationChallenge;
import io.everythingmcp.server.security.http.AuthenticationFilter;
import io.everythingmcp.server.security.http.AuthorizationServerMetadataServlet;
import io.everythingmcp.server.security.http.ProtectedResource;
import io.everythingmcp.server.security.http.ProtectedResourceMetadataServlet;
import io.everythingmcp.server.security.verify.AuthorizationServerMonitor;
import io.everythingmcp.server.security.verify.CustomVerifier;
import io.everythingmcp.server.transport.http.TenantResolutionFilter;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Authentication for the MCP endpoints. With {@code auth.mode: none} it installs nothing. */
final class ResourceServerInstaller {
  /** Interval between checks of an unavailable authorization server. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  /** More than these would only wait for each other, and hold the threads of the server. */
  private static final int OUTBOUND = 64;

  private final InstalledServer mcp;
  private final AuthorizationServerInstaller authorizationServer;
  private final Optional<TokenVerifier> custom;
  private final OutboundCalls outbound = new OutboundCalls(OUTBOUND, OUTBOUND / 2);
  private volatile AuthorizationServerMonitor watch;
  private volatile Optional<String> server = Optional.empty();
  private volatile boolean on;

  /**
   * Authentication in front of these endpoints.
   *
   * @param authorizationServer verifies the tokens that it issues
   * @param custom verifies tokens in the mode {@code custom}; empty for the configured class
   */
  ResourceServerInstaller(
      InstalledServer mcp,
      AuthorizationServerInstaller authorizationServer,
      Optional<TokenVerifier> custom) {
    this.mcp = mcp;
    this.authorizationServer = authorizationServer;
    this.custom = custom;
  }

  /** Creates the rule that maps messages to required scopes; empty if scopes are not checked. */
  static Optional<ScopeAuthorizer> scopeAuthorizer(
      McpConfiguration configuration,
      McpEndpointSecurity entrance,
      OperationObservers observers,
      boolean scopeChecks) {
    return entrance.guarded()
        ? Optional.of(
            new ScopeAuthorizer(refusals(configuration, entrance, observers), scopeChecks))
        : Optional.empty();
  }

  private static AuthErrorResponder refusals(
      McpConfiguration configuration, McpEndpointSecurity entrance, OperationObservers observers) {
    AuthenticationChallenge.Credential credential =
        entrance.modes().bearer().isEmpty()
            ? AuthenticationChallenge.Credential.API_KEY
            : servers(configuration, entrance.modes()).isEmpty()
                ? AuthenticationChallenge.Credential.TOKEN
                : AuthenticationChallenge.Credential.DISCOVERABLE_TOKEN;
    AuthenticationChallenge challenge =
        new AuthenticationChallenge(
            configuration.getBaseUri(), credential, challengeScopes(entrance));
    return new AuthErrorResponder(challenge, entrance.path(), observers);
  }

  private static List<String> challengeScopes(McpEndpointSecurity entrance) {
    return entrance.scopes().isEmpty() ? ProtectedResource.DEFAULT_SCOPES : entrance.scopes();
  }

  /** Returns the availability of the authorization server; empty without authentication. */
  Optional<HealthStatus.AuthServer> authorizationServerHealth() {
    if (!on) {
      return Optional.empty();
    }
    String hint =
        watch == null
            ? null
            : watch.unavailability().map(VerificationResult.Unavailable::hint).orElse(null);
    return Optional.of(new HealthStatus.AuthServer(server.orElse(null), hint));
  }

  /** Adds the filters and the metadata; the authorization server is installed already. */
  void install(McpConfiguration configuration, Environment environment) {
    HttpDebugLogSuppressor.install();
    McpEndpointSecurity main = McpEndpointSecurity.main(configuration);
    List<McpEndpointSecurity> mounts = McpEndpointSecurity.mounts(configuration);
    AuthModes modes = AuthModes.anywhere(configuration);
    if (modes.all().isEmpty()) {
      return;
    }
    on = true;
    server = servers(configuration, modes).stream().findFirst();
    if (modes.has(Mode.SEPARATE)) {
      watch(new BuiltInTokenVerifiers(configuration, Set.of()).watch(), environment);
    }
    filter(
        configuration,
        environment,
        main,
        request ->
            TenantResolutionFilter.known(mcp.tenantServers(), configuration.endpoint(), request),
        EndpointPaths.withoutMounts(configuration));
    for (McpEndpointSecurity mount : mounts) {
      filter(configuration, environment, mount, request -> Optional.empty(), mount.path());
    }
    if (!modes.bearer().isEmpty()) {
      metadata(configuration, environment, main, mounts);
    }
  }

  private void metadata(
      McpConfiguration configuration,
      Environment environment,
      McpEndpointSecurity main,
      List<McpEndpointSecurity> mounts) {
    ProtectedResourceMetadataServlet metadata =
        new ProtectedResourceMetadataServlet(
            configuration.getBaseUri(),
            configuration.endpoint(),
            Optional.of(resource(configuration, main)).filter(r -> !r.servers().isEmpty()),
            mounts.stream()
                .map(mount -> resource(configuration, mount))
                .filter(resource -> !resource.servers().isEmpty())
                .toList());
    servlet(environment, "resource-metadata", metadata, AuthenticationChallenge.METADATA + "/*");
  }

  private ProtectedResource resource(McpConfiguration configuration, McpEndpointSecurity entrance) {
    return new ProtectedResource(
        entrance.path(),
        mcp.names(entrance.path()).display(),
        servers(configuration, entrance.modes()),
        supported(entrance));
  }

  /**
   * Returns the supported scopes: those that a client should request, and those of tools with a
   * required scope.
   */
  private List<String> supported(McpEndpointSecurity entrance) {
    List<String> scopes = new ArrayList<>(challengeScopes(entrance));
    if (entrance.scopes().isEmpty()) {
      mcp.server().runtime().catalog().current().scopes().keySet().stream()
          .filter(scope -> !OAuthScopes.isStandard(scope))
          .forEach(scopes::add);
    }
    return scopes;
  }

  private void watch(AuthorizationServerMonitor separate, Environment environment) {
    watch = separate;
    separate.probe();
    mcp.server().runtime().executor().scheduleAtFixedRate(LOOK, separate::probeIfDue);
    AuthorizationServerMetadataServlet copy =
        new AuthorizationServerMetadataServlet(separate::metadata, separate::unavailability);
    servlet(
        environment,
        "auth-server-metadata",
        copy,
        "/.well-known/oauth-authorization-server/*",
        "/.well-known/openid-configuration/*");
  }

  private void filter(
      McpConfiguration configuration,
      Environment environment,
      McpEndpointSecurity entrance,
      Function<HttpServletRequest, Optional<CallerIdentity>> known,
      String... paths) {
    AuthModes modes = entrance.modes();
    if (!modes.any()) {
      return;
    }
    Set<String> resources = entrance.resources(configuration);
    List<TokenVerifier> bearer =
        modes.bearer().stream()
            .map(mode -> createVerifier(mode, configuration, resources))
            .toList();
    AuthenticationFilter filter =
        new AuthenticationFilter(
            bearer.isEmpty()
                ? Optional.empty()
                : Optional.of(
                    bearer.size() == 1 ? bearer.get(0) : new CompositeTokenVerifier(bearer)),
            modes.has(Mode.API_KEY)
                ? Optional.of(createVerifier(Mode.API_KEY, configuration, resources))
                : Optional.empty(),
            known,
            configuration.endpoint(),
            refusals(configuration, entrance, mcp.server().runtime().operations()),
            new AuthenticationFilter.Limits(
                RateLimitInstaller.guesses(mcp.server().runtime(), configuration), outbound),
            configuration.getAuth().isAnonymousInitialize());
    EndpointFilters.add(environment, "auth" + entrance.path(), filter, paths);
  }

  private TokenVerifier createVerifier(
      Mode mode, McpConfiguration configuration, Set<String> resources) {
    BuiltInTokenVerifiers builtIn = new BuiltInTokenVerifiers(configuration, resources);
    return switch (mode) {
      case JWT -> builtIn.jwt(outbound);
      case API_KEY -> builtIn.apiKeys();
      case SEPARATE -> builtIn.separate(watch, outbound);
      case INTEGRATED, OAUTH2 -> authorizationServer.verifier(resources);
      case CUSTOM ->
          custom.orElseGet(() -> CustomVerifier.named(configuration.getAuth().getCustomClass()));
      case NONE -> throw new IllegalArgumentException("The mode none verifies no token");
    };
  }

  private static List<String> servers(McpConfiguration configuration, AuthModes modes) {
    List<String> servers = new ArrayList<>();
    if (modes.ownServer()) {
      servers.add(configuration.issuer());
    }
    if (modes.has(Mode.SEPARATE)) {
      servers.add(configuration.getAuth().getSeparate().getUrl());
    }
    String issuer = configuration.getAuth().getJwt().getIssuer();
    if (modes.has(Mode.JWT) && issuer.startsWith("http")) {
      servers.add(issuer);
    }
    return servers;
  }

  private static void servlet(
      Environment environment, String name, Servlet servlet, String... paths) {
    var registration = environment.servlets().addServlet(name, servlet);
    registration.setLoadOnStartup(1);
    registration.addMapping(paths);
  }
}
