package io.everythingmcp.server.web;

import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.server.edge.SecurityHeadersFilter;
import io.everythingmcp.server.protocol.context.ElicitationPageStore;
import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.server.store.StoreUnavailableException;
import io.everythingmcp.server.store.memory.MemoryStore;
import io.everythingmcp.server.transport.http.CallerSource;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The consent pages alone. The header User names the logged-in user. */
public final class ConsentApplication extends Application<Configuration> {
  private final TemplateBundle<Configuration> templates = new TemplateBundle<>();
  private final StateStore store = failingWhenUnavailable(new MemoryStore(), StateStore.class);
  private final ElicitationPageStore consents =
      new ElicitationPageStore(store, "http://server.example");
  private volatile boolean away;

  ElicitationPageStore consents() {
    return consents;
  }

  /** Returns an object that throws while the store is unavailable. */
  private <T> T failingWhenUnavailable(T target, Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (away) {
                throw new StoreUnavailableException(new IOException("away"));
              }
              Object result = method.invoke(target, arguments);
              return result instanceof KeyValueStore<?> values
                  ? failingWhenUnavailable(values, KeyValueStore.class)
                  : result;
            }));
  }

  /** Sets whether the store is unavailable. */
  void setUnavailable(boolean now) {
    away = now;
  }

  @Override
  public void initialize(Bootstrap<Configuration> bootstrap) {
    bootstrap.addBundle(templates);
  }

  @Override
  public void run(Configuration configuration, Environment environment) {
    SiteInfo site = new SiteInfo("http://server.example", "Example");
    environment
        .jersey()
        .register(new ElicitationResource(site, consents, () -> BrowserUserResolver.OF_REQUEST));
    environment.jersey().register(new StoreUnavailableMapper());
    environment.jersey().register(new ErrorPageWriter(new ErrorPage(site, templates)));
    filter(environment, "headers", new SecurityHeadersFilter(false, Set.of()));
    filter(
        environment,
        "caller",
        (request, response, chain) -> {
          String user = ((HttpServletRequest) request).getHeader("User");
          if (user != null) {
            CallerSource.put((HttpServletRequest) request, caller(user));
          }
          chain.doFilter(request, response);
        });
  }

  private static void filter(Environment environment, String name, Filter filter) {
    environment
        .servlets()
        .addFilter(name, filter)
        .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/*");
  }

  static CallerIdentity caller(String user) {
    return new CallerIdentity(
        "test",
        Optional.empty(),
        Optional.of(user),
        Optional.empty(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }
}
