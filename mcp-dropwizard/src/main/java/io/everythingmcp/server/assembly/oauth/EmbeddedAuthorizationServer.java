package io.everythingmcp.server.assembly.oauth;

import io.dropwizard.core.setup.Environment;
import io.dropwizard.lifecycle.Managed;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.server.assembly.RateLimitInstaller;
import io.everythingmcp.server.authserver.AuthorizationServer;
import io.everythingmcp.server.authserver.EmbeddedIdentityProvider;
import io.everythingmcp.server.authserver.EndpointRoute;
import io.everythingmcp.server.authserver.ServerRates;
import io.everythingmcp.server.authserver.endpoint.AuthorizationPages;
import io.everythingmcp.server.authserver.upstream.UpstreamIdentityProvider;
import io.everythingmcp.server.configuration.AuthorizationServerConfiguration;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.configuration.RateConfiguration;
import io.everythingmcp.server.security.audit.ReuseListener;
import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.server.transport.http.CorsFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The authorization server on the paths of a Dropwizard application, and the identity provider of
 * development beside it.
 */
public final class EmbeddedAuthorizationServer implements Managed {
  /** Where the identity provider of development is. */
  static final String FAKE = "/fakeupstreamauth";

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedAuthorizationServer.class);

  private final String issuer;
  private final StateStore store;
  private final RateConfiguration rates;
  private final AuthorizationServer server;
  private final Optional<EmbeddedIdentityProvider.Endpoints> embedded;

  /**
   * A server.
   *
   * @param issuer where clients find it
   * @param provider where users log in; empty for the real provider of the configuration
   * @param catalog what clients can use
   */
  public EmbeddedAuthorizationServer(
      McpConfiguration configuration,
      String issuer,
      Optional<EmbeddedIdentityProvider> provider,
      Supplier<FeatureCatalog> catalog,
      StateStore store,
      AuthorizationPages pages,
      ReuseListener reuse) {
    this.issuer = issuer;
    this.store = store;
    this.rates = configuration.getLimits().getRate();
    AuthorizationServerConfiguration options = configuration.getAuth().getServer();
    URI discovery = URI.create(issuer + FAKE);
    embedded = provider.map(one -> one.create(embedded(options)));
    UpstreamIdentityProvider upstream =
        embedded
            .map(one -> UpstreamFactory.embedded(one, discovery, callback()))
            .orElseGet(
                () ->
                    UpstreamFactory.real(
                        options.getUpstream(), URI.create(issuer + "/oauth/callback")));
    server =
        new AuthorizationServer(
            new AuthorizationServerSettingsFactory(
                    configuration, issuer, provider.isEmpty(), catalog)
                .settings(),
            store,
            upstream,
            pages,
            new ServerRates(rates.getPages(), rates.getFailed(), rates.getGuesses()),
            reuse,
            Clock.systemUTC());
  }

  private URI callback() {
    return URI.create(issuer + FAKE + "/redirect");
  }

  private EmbeddedIdentityProvider.Settings embedded(AuthorizationServerConfiguration options) {
    return new EmbeddedIdentityProvider.Settings(
        URI.create(issuer + FAKE),
        UpstreamFactory.CLIENT,
        callback(),
        options.getFakeUsers().stream()
            .map(
                user ->
                    new EmbeddedIdentityProvider.User(
                        user.getId(), user.getName(), user.getEmail()))
            .toList(),
        new StoredProviderState(store));
  }

  /** The endpoints and the verifier of its tokens. */
  public AuthorizationServer server() {
    return server;
  }

  /** Puts it on its paths. */
  public void install(Environment environment) {
    for (EndpointRoute route : server.routes()) {
      String[] paths = route.paths().toArray(String[]::new);
      servlet(environment, route.name(), route.servlet(), paths);
      // Before the filter of the whole application, which may let fewer in, or after it.
      var cors = environment.servlets().addFilter(route.name() + "-cors", cors(route));
      cors.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), !route.open(), paths);
    }
    new RateLimitInstaller(environment, store).authorizationServer(rates);
    embedded.ifPresent(
        one -> {
          servlet(environment, "fake-idp", one.servlet(), FAKE + "/*");
          if (!AuthorizationServerSettingsFactory.local(issuer)) {
            LOG.warn(
                "The fake identity provider allows login as any user. Choose"
                    + " AUTH_MODE=oauth2 and a real provider before untrusted clients can reach {}",
                issuer);
          }
        });
    environment.lifecycle().manage(this);
  }

  /**
   * Pages of other origins may call the endpoints for programs, and cannot read the pages for
   * users.
   */
  private static Filter cors(EndpointRoute route) {
    return route.open()
        ? new CorsFilter("*", "")
        : (request, response, chain) -> {
          ((HttpServletResponse) response).setHeader("Access-Control-Allow-Origin", null);
          chain.doFilter(request, response);
        };
  }

  private static void servlet(
      Environment environment, String name, Servlet servlet, String... paths) {
    var registration = environment.servlets().addServlet(name, servlet);
    registration.setLoadOnStartup(1);
    registration.addMapping(paths);
  }

  @Override
  public void start() throws Exception {
    server.start();
  }

  @Override
  public void stop() throws Exception {
    server.stop();
  }

  /** Storage of the embedded provider that is shared by all instances. */
  private static final class StoredProviderState implements EmbeddedIdentityProvider.ProviderState {
    private final KeyValueStore<String> values;

    StoredProviderState(StateStore store) {
      values = store.values("auth:idp:", String.class);
    }

    @Override
    public void put(String key, String value, Duration ttl) {
      values.put(key, value, ttl);
    }

    @Override
    public boolean putIfAbsent(String key, String value, Duration ttl) {
      return values.putIfAbsent(key, value, ttl);
    }

    @Override
    public Optional<String> get(String key) {
      return values.get(key);
    }

    @Override
    public Optional<String> take(String key) {
      return values.take(key);
    }
  }
}
