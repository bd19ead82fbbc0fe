package io.everythingmcp.server.assembly;

import io.dropwizard.core.setup.Environment;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.configuration.RateConfiguration;
import io.everythingmcp.server.limit.RequestRate;
import io.everythingmcp.server.limit.SharedRateLimiter;
import io.everythingmcp.server.protocol.ServerRuntime;
import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.server.transport.http.CredentialGuessLimiter;
import io.everythingmcp.server.transport.http.RateLimitFilter;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.Set;

/**
 * Installs the rate limits of the paths: after authentication, so that callers are identified, and
 * before bodies are read.
 */
public final class RateLimitInstaller {
  private static final Set<String> ANY = Set.of("POST", "GET", "DELETE");
  private static final Set<String> POST = Set.of("POST");
  private static final String[] TOKEN = {
    "/token", "/oauth/token",
    "/par", "/oauth/par",
    "/revoke", "/oauth/revoke",
    "/introspect", "/oauth/introspect"
  };

  private final Environment environment;
  private final StateStore store;

  /**
   * Limits.
   *
   * @param store counts, for all instances
   */
  public RateLimitInstaller(Environment environment, StateStore store) {
    this.environment = environment;
    this.store = store;
  }

  /** Limits wrong credentials, wherever they are sent. */
  public static CredentialGuessLimiter guesses(
      ServerRuntime runtime, McpConfiguration configuration) {
    RequestRate rate = configuration.getLimits().getRate().getGuesses();
    return new CredentialGuessLimiter(SharedRateLimiter.of(runtime.store(), "guesses", rate));
  }

  /** Limits requests to the endpoints of the protocol. */
  public void endpoints(RateConfiguration rates, String... paths) {
    limit("requests", rates.getRequests(), ANY, true, paths);
  }

  /** Limits requests to an authorization server by client address. */
  public void authorizationServer(RateConfiguration rates) {
    limit("token", rates.getToken(), POST, false, TOKEN);
    limit("register", rates.getRegister(), POST, false, "/register", "/oauth/register");
    limit("login", rates.getLogin(), POST, false, "/fakeupstreamauth/authorize");
  }

  private void limit(
      String route, RequestRate rate, Set<String> methods, boolean rpc, String... paths) {
    if (rate.limited()) {
      SharedRateLimiter limiter = new SharedRateLimiter(store, route, rate);
      var filter =
          environment
              .servlets()
              .addFilter(
                  "rate-" + route,
                  new RateLimitFilter(limiter, "limits.rate." + route, methods, rpc));
      filter.setAsyncSupported(true);
      filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, paths);
    }
  }
}
