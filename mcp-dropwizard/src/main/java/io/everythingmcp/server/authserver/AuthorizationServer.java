package io.everythingmcp.server.authserver;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.auth.TokenVerifier;
import io.everythingmcp.server.authserver.client.ClientAssertionVerifier;
import io.everythingmcp.server.authserver.client.ClientAuthenticator;
import io.everythingmcp.server.authserver.client.ClientKeys;
import io.everythingmcp.server.authserver.client.ClientSource;
import io.everythingmcp.server.authserver.client.CompositeClientSource;
import io.everythingmcp.server.authserver.client.ConfiguredClients;
import io.everythingmcp.server.authserver.client.DocumentCache;
import io.everythingmcp.server.authserver.client.DocumentFetcher;
import io.everythingmcp.server.authserver.client.MetadataDocumentClients;
import io.everythingmcp.server.authserver.client.MetadataRules;
import io.everythingmcp.server.authserver.client.OAuthClient;
import io.everythingmcp.server.authserver.client.RegisteredClients;
import io.everythingmcp.server.authserver.client.RegistrationEndpoint;
import io.everythingmcp.server.authserver.consent.AuthorizationFlowEndpoints;
import io.everythingmcp.server.authserver.consent.ConsentStore;
import io.everythingmcp.server.authserver.endpoint.AuthorizationPages;
import io.everythingmcp.server.authserver.endpoint.CredentialLifetimes;
import io.everythingmcp.server.authserver.endpoint.LocalRateLimiter;
import io.everythingmcp.server.authserver.endpoint.ResourceIndicators;
import io.everythingmcp.server.authserver.endpoint.ScopeRule;
import io.everythingmcp.server.authserver.grant.GrantEndpoints;
import io.everythingmcp.server.authserver.token.AccessTokenService;
import io.everythingmcp.server.authserver.token.AuthorizationGrantStore;
import io.everythingmcp.server.authserver.token.IssuedTokenVerifier;
import io.everythingmcp.server.authserver.token.JwksEndpoint;
import io.everythingmcp.server.authserver.token.JwtAccessTokenService;
import io.everythingmcp.server.authserver.token.OpaqueAccessTokenService;
import io.everythingmcp.server.authserver.token.SigningKeys;
import io.everythingmcp.server.authserver.token.StoreValueSealer;
import io.everythingmcp.server.authserver.upstream.BoundedUpstream;
import io.everythingmcp.server.authserver.upstream.UpstreamIdentityProvider;
import io.everythingmcp.server.limit.SharedRateLimiter;
import io.everythingmcp.server.security.audit.ReuseListener;
import io.everythingmcp.server.store.StateStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The authorization server, composed of the packages below. */
public final class AuthorizationServer {
  private static final Duration SKEW = Duration.ofSeconds(60);
  private static final RatesPerHost PER_HOST = new RatesPerHost(30, Duration.ofMinutes(1));

  private final AuthorizationServerSettings settings;
  private final DocumentFetcher fetcher;
  private final SigningKeys keys;
  private final AccessTokenService tokens;
  private final AuthorizationFlowEndpoints authorization;
  private final EndpointRouteTable routes;

  private record RatesPerHost(int times, Duration period) {}

  /**
   * Creates the server.
   *
   * @param upstream identity provider for the login
   * @param pages pages for users
   * @param rates rate limits per client address
   */
  public AuthorizationServer(
      AuthorizationServerSettings settings,
      StateStore store,
      UpstreamIdentityProvider upstream,
      AuthorizationPages pages,
      ServerRates rates,
      ReuseListener reuse,
      Clock clock) {
    this.settings = settings;
    CredentialLifetimes lifetimes = settings.lifetimes();
    StoreValueSealer sealer = new StoreValueSealer(store, settings.secret());
    keys =
        new SigningKeys(store, sealer, lifetimes.key(), lifetimes.accessToken().plus(SKEW), clock);
    AuthorizationGrantStore grantStore = new AuthorizationGrantStore(store, reuse);
    tokens =
        settings.jwt()
            ? new JwtAccessTokenService(settings.issuer(), keys, grantStore, clock)
            : new OpaqueAccessTokenService(grantStore, clock);
    OutboundThreadLimits outbound = OutboundThreadLimits.defaults();
    AuthorizationServerSettings.Documents rules = settings.documents();
    fetcher = new DocumentFetcher(rules.longest(), rules.timeout(), rules.loopback());
    DocumentCache documents =
        new DocumentCache(
            fetcher,
            new LocalRateLimiter(PER_HOST.times(), PER_HOST.period()),
            outbound.documents());
    RegisteredClients registered =
        new RegisteredClients(store, lifetimes.client(), settings.pending().registrations());
    AuthorizationServerSettings.UserRules users = settings.users();
    ScopeRule scopes = new ScopeRule(users.scopes());
    MetadataRules clientRules = new MetadataRules(users.schemes());
    CompositeClientSource clients = clients(registered, documents, clientRules);
    ClientAssertionVerifier assertions =
        new ClientAssertionVerifier(audiences(), new ClientKeys(documents), store, clock);
    ClientAuthenticator authenticator = new ClientAuthenticator(clients, assertions);
    ResourceIndicators resources =
        new ResourceIndicators(settings.resources(), settings.resource());
    ConsentStore consents = new ConsentStore(store, lifetimes.consent(), users.local());
    grantStore.whenEnded(ended -> consents.remove(ended.consent()));
    GrantEndpoints grants =
        new GrantEndpoints(
            store,
            new GrantEndpoints.Parts(grantStore, tokens, registered, sealer, resources, scopes),
            lifetimes,
            clock);
    authorization =
        new AuthorizationFlowEndpoints(
            store,
            settings.issuer(),
            lifetimes,
            new AuthorizationFlowEndpoints.Parts(
                clients,
                authenticator,
                resources,
                scopes,
                new BoundedUpstream(upstream, outbound.upstream()),
                users.access(),
                consents,
                sealer,
                pages),
            grants.codes(),
            settings.pending().authorizations(),
            clock);
    routes =
        new EndpointRouteTable(
            settings.issuer(),
            pages,
            outbound,
            new UserRequestLimit(store, rates),
            new GuessLimit(SharedRateLimiter.of(store, "guesses", rates.guesses())),
            reuse);
    routes.userPage("authorize", authorization.authorize(), "/authorize", "/oauth/authorize");
    routes.userPage("visit", authorization.pageLogin(), "/login");
    routes.userPage("consent", authorization.consent(), "/authorize/consent");
    routes.userPage(
        "callback", authorization.callback(), "/fakeupstreamauth/redirect", "/oauth/callback");
    routes.program("token", grants.token(authenticator));
    routes.program("par", authorization.pushed());
    routes.program("revoke", grants.revocation(authenticator));
    settings
        .resourceServer()
        .map(client -> new ClientAuthenticator(only(client), assertions))
        .ifPresent(
            who -> routes.guarded("introspect", grants.introspection(settings.issuer(), who)));
    if (settings.registration()) {
      routes.program(
          "register",
          new RegistrationEndpoint(registered, clientRules, scopes, lifetimes.client(), clock));
    }
    if (settings.jwt()) {
      routes.document("jwks", new JwksEndpoint(keys), "/jwks", "/oauth/jwks");
    }
    routes.metadata(
        new MetadataEndpoint(
            settings.issuer(),
            new EnabledFeatures(
                settings.registration(),
                rules.allowed(),
                settings.jwt(),
                settings.resourceServer().isPresent()),
            scopes),
        settings.jwt());
  }

  private CompositeClientSource clients(
      RegisteredClients registered, DocumentCache documents, MetadataRules rules) {
    List<ClientSource> sources = new ArrayList<>();
    sources.add(new ConfiguredClients(settings.clients()));
    if (settings.documents().allowed()) {
      sources.add(new MetadataDocumentClients(documents, settings.documents().loopback(), rules));
    }
    sources.add(registered);
    return new CompositeClientSource(sources);
  }

  private static CompositeClientSource only(OAuthClient client) {
    return new CompositeClientSource(List.of(new ConfiguredClients(List.of(client))));
  }

  private Set<String> audiences() {
    return Set.of(
        settings.issuer(),
        settings.issuer() + "/",
        settings.issuer() + "/token",
        settings.issuer() + "/oauth/token",
        settings.issuer() + "/par");
  }

  /** Starts the server. */
  public void start() throws Exception {
    fetcher.start();
  }

  /** Its endpoints. */
  public List<EndpointRoute> routes() {
    return routes.all();
  }

  /** Verifies its tokens, for a resource server in the same process. */
  public TokenVerifier verifier(Set<String> audiences) {
    return new IssuedTokenVerifier(tokens, settings.issuer(), audiences);
  }

  /**
   * Returns the owner key of the user who last logged in with a browser, as {@link
   * CallerIdentity#ownerKey}; empty if none.
   *
   * @param cookies the cookie headers of the request
   */
  public String visitor(List<String> cookies) {
    return authorization.person(cookies).map(this::caller).map(CallerIdentity::ownerKey).orElse("");
  }

  private CallerIdentity caller(String subject) {
    return new CallerIdentity(
        "login",
        Optional.of(settings.issuer()),
        Optional.of(subject),
        Optional.empty(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  /** Signs with a new key from now on. */
  public void rotateKeys() {
    keys.rotate();
  }

  /** Ends its connections. */
  public void stop() throws Exception {
    fetcher.stop();
  }
}
