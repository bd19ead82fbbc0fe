package io.everythingmcp.server;

import io.dropwizard.core.setup.Environment;
import io.everythingmcp.server.config.RateConfiguration;
import io.everythingmcp.server.limit.Rate;
import io.everythingmcp.server.limit.RateLimiter;
import io.everythingmcp.server.store.Store;
import io.everythingmcp.server.transport.http.RateLimitFilter;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which paths are limited. To be installed behind authentication, so that callers are known, and
 * before bodies are read.
 */
final class RateLimits {
  private static final Set<String> ANY = Set.of("POST", "GET", "DELETE");
  private static final Set<String> POST = Set.of("POST");

  private final Environment environment;
  private final Store store;

  private RateLimits(Environment environment, Store store) {
    this.environment = environment;
    this.store = store;
  }

  static void install(
      RateConfiguration rates, Store store, Environment environment, String... endpoints) {
    RateLimits limits = new RateLimits(environment, store);
    limits.limit("requests", rates.getRequests(), ANY, true, endpoints);
    limits.limit("token", rates.getToken(), POST, false, "/token", "/oauth/token");
    limits.limit("register", rates.getRegister(), POST, false, "/register", "/oauth/register");
    limits.limit("login", rates.getLogin(), POST, false, "/fakeupstreamauth/authorize");
  }

  private void limit(String route, Rate rate, Set<String> methods, boolean rpc, String... paths) {
    if (rate.limited()) {
      RateLimiter limiter = new RateLimiter(store, route, rate);
      var filter =
          environment
              .servlets()
              .addFilter("rate-" + route, new RateLimitFilter(limiter, methods, rpc));
      filter.setAsyncSupported(true);
      filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, paths);
    }
  }
}
