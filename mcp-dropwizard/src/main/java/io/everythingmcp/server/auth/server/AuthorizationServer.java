package io.everythingmcp.server.auth.server;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.auth.TokenVerifier;
import io.everythingmcp.server.auth.audit.ReuseListener;
import io.everythingmcp.server.auth.server.client.AssertionCheck;
import io.everythingmcp.server.auth.server.client.Client;
import io.everythingmcp.server.auth.server.client.ClientAuthenticator;
import io.everythingmcp.server.auth.server.client.ClientKeys;
import io.everythingmcp.server.auth.server.client.ClientSource;
import io.everythingmcp.server.auth.server.client.Clients;
import io.everythingmcp.server.auth.server.client.ConfiguredClients;
import io.everythingmcp.server.auth.server.client.DocumentCache;
import io.everythingmcp.server.auth.server.client.DocumentFetcher;
import io.everythingmcp.server.auth.server.client.MetadataDocuments;
import io.everythingmcp.server.auth.server.client.MetadataRules;
import io.everythingmcp.server.auth.server.client.RegisteredClients;
import io.everythingmcp.server.auth.server.client.RegistrationEndpoint;
import io.everythingmcp.server.auth.server.consent.Authorization;
import io.everythingmcp.server.auth.server.consent.Consents;
import io.everythingmcp.server.auth.server.endpoint.Lifetimes;
import io.everythingmcp.server.auth.server.endpoint.Pages;
import io.everythingmcp.server.auth.server.endpoint.RateLimit;
import io.everythingmcp.server.auth.server.endpoint.Resources;
import io.everythingmcp.server.auth.server.endpoint.ScopeRule;
import io.everythingmcp.server.auth.server.grant.Grants;
import io.everythingmcp.server.auth.server.token.AccessTokens;
import io.everythingmcp.server.auth.server.token.Installations;
import io.everythingmcp.server.auth.server.token.IssuedTokenVerifier;
import io.everythingmcp.server.auth.server.token.JwksEndpoint;
import io.everythingmcp.server.auth.server.token.JwtAccessTokens;
import io.everythingmcp.server.auth.server.token.OpaqueAccessTokens;
import io.everythingmcp.server.auth.server.token.Sealer;
import io.everythingmcp.server.auth.server.token.SigningKeys;
import io.everythingmcp.server.auth.server.upstream.BoundedUpstream;
import io.everythingmcp.server.auth.server.upstream.Upstream;
import io.everythingmcp.server.limit.RateLimiter;
import io.everythingmcp.server.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An authorization server, put together. What it is made of is in the packages below. */
public final class AuthorizationServer {
  private static final Duration SKEW = Duration.ofSeconds(60);
  private static final RatesPerHost PER_HOST = new RatesPerHost(30, Duration.ofMinutes(1));

  private final AuthorizationServerSettings settings;
  private final DocumentFetcher fetcher;
  private final SigningKeys keys;
  private final AccessTokens tokens;
  private final Authorization authorization;
  private final Routes routes;

  private record RatesPerHost(int times, Duration period) {}

  /**
   * A server.
   *
   * @param upstream where people log in
   * @param pages shows people something
   * @param rates how often one address may do what
   */
  public AuthorizationServer(
      AuthorizationServerSettings settings,
      Store store,
      Upstream upstream,
      Pages pages,
      ServerRates rates,
      ReuseListener reuse,
      Clock clock) {
    this.settings = settings;
    Lifetimes lives = settings.lives();
    Sealer sealer = new Sealer(store, settings.secret());
    keys = new SigningKeys(store, sealer, lives.key(), lives.accessToken().plus(SKEW), clock);
    Installations installations = new Installations(store, reuse);
    tokens =
        settings.jwt()
            ? new JwtAccessTokens(settings.issuer(), keys, installations, clock)
            : new OpaqueAccessTokens(installations, clock);
    Outbound outbound = Outbound.usual();
    AuthorizationServerSettings.Documents rules = settings.documents();
    fetcher = new DocumentFetcher(rules.longest(), rules.timeout(), rules.loopback());
    DocumentCache documents =
        new DocumentCache(
            fetcher, new RateLimit(PER_HOST.times(), PER_HOST.period()), outbound.documents());
    RegisteredClients registered =
        new RegisteredClients(store, lives.client(), settings.waitingClients());
    AuthorizationServerSettings.People people = settings.people();
    ScopeRule scopes = new ScopeRule(people.scopes());
    MetadataRules clientRules = new MetadataRules(people.schemes());
    Clients clients = clients(registered, documents, clientRules);
    AssertionCheck assertions =
        new AssertionCheck(audiences(), new ClientKeys(documents), store, clock);
    ClientAuthenticator authenticator = new ClientAuthenticator(clients, assertions);
    Resources resources = new Resources(settings.resources(), settings.resource());
    Consents consents = new Consents(store, lives.consent(), people.local());
    installations.whenEnded(ended -> consents.forget(ended.consent()));
    Grants grants =
        new Grants(
            store,
            new Grants.Parts(installations, tokens, registered, sealer, resources, scopes),
            lives,
            clock);
    authorization =
        new Authorization(
            store,
            settings.issuer(),
            lives,
            new Authorization.Parts(
                clients,
                authenticator,
                resources,
                scopes,
                new BoundedUpstream(upstream, outbound.upstream()),
                people.access(),
                consents,
                sealer,
                pages),
            grants.codes(),
            clock);
    routes =
        new Routes(
            settings.issuer(),
            pages,
            outbound,
            new PeopleLimit(store, rates),
            new GuessLimit(RateLimiter.of(store, "guesses", rates.guesses())));
    routes.people("authorize", authorization.authorize(), "/authorize", "/oauth/authorize");
    routes.people("visit", authorization.visit(), "/login");
    routes.people("consent", authorization.consent(), "/authorize/consent");
    routes.people(
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
          new RegistrationEndpoint(registered, clientRules, scopes, lives.client(), clock));
    }
    if (settings.jwt()) {
      routes.document("jwks", new JwksEndpoint(keys), "/jwks", "/oauth/jwks");
    }
    routes.metadata(
        new MetadataEndpoint(
            settings.issuer(),
            new Switches(
                settings.registration(),
                rules.allowed(),
                settings.jwt(),
                settings.resourceServer().isPresent()),
            scopes),
        settings.jwt());
  }

  private Clients clients(
      RegisteredClients registered, DocumentCache documents, MetadataRules rules) {
    List<ClientSource> sources = new ArrayList<>();
    sources.add(new ConfiguredClients(settings.clients()));
    if (settings.documents().allowed()) {
      sources.add(new MetadataDocuments(documents, settings.documents().loopback(), rules));
    }
    sources.add(registered);
    return new Clients(sources);
  }

  private static Clients only(Client client) {
    return new Clients(List.of(new ConfiguredClients(List.of(client))));
  }

  private Set<String> audiences() {
    return Set.of(
        settings.issuer(),
        settings.issuer() + "/",
        settings.issuer() + "/token",
        settings.issuer() + "/oauth/token",
        settings.issuer() + "/par");
  }

  /** Begins to work. */
  public void start() throws Exception {
    fetcher.start();
  }

  /** Its endpoints. */
  public List<Route> routes() {
    return routes.all();
  }

  /** Verifies its tokens, for a resource server in the same process. */
  public TokenVerifier verifier(Set<String> audiences) {
    return new IssuedTokenVerifier(tokens, settings.issuer(), audiences);
  }

  /**
   * Who logged in last in a browser, as {@link CallerIdentity#owner} has it; empty for nobody.
   *
   * @param cookies the headers of its request
   */
  public String visitor(List<String> cookies) {
    return authorization.person(cookies).map(this::caller).map(CallerIdentity::owner).orElse("");
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
