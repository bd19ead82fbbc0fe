package io.everythingmcp.server.assembly;

import io.dropwizard.core.setup.Environment;
import io.dropwizard.jetty.MutableServletContextHandler;
import io.everythingmcp.server.configuration.EdgeConfiguration;
import io.everythingmcp.server.edge.BodyFilter;
import io.everythingmcp.server.edge.BodyReadingServlet;
import io.everythingmcp.server.edge.BodyRules;
import io.everythingmcp.server.edge.ConnectionBounds;
import io.everythingmcp.server.edge.ExclusiveBufferConnections;
import io.everythingmcp.server.edge.ForwardedAddress;
import io.everythingmcp.server.edge.LocalOnlyFilter;
import io.everythingmcp.server.edge.TrustedProxies;
import jakarta.servlet.DispatcherType;
import java.util.Arrays;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.FilterMapping;
import org.eclipse.jetty.ee10.servlet.ServletHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.ContainerLifeCycle;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * Installs the limits that protect all endpoints of the application and admin ports against
 * overload by untrusted clients. Runs just before the start, so that it covers everything that was
 * added.
 */
public final class EdgeFilterInstaller {
  private static final int MOST_OF_A_BODY = 1 << 20;

  private final Environment environment;
  private final EdgeConfiguration edge;

  private EdgeFilterInstaller(Environment environment, EdgeConfiguration edge) {
    this.environment = environment;
    this.edge = edge;
  }

  /** Will do it. */
  public static void install(Environment environment, EdgeConfiguration edge) {
    EdgeFilterInstaller installed = new EdgeFilterInstaller(environment, edge);
    environment
        .admin()
        .addFilter("local-only", new LocalOnlyFilter(edge.getAdminHosts()))
        .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
    environment
        .lifecycle()
        .addEventListener(
            new LifeCycle.Listener() {
              @Override
              public void lifeCycleStarting(LifeCycle event) {
                if (event instanceof Server server) {
                  installed.server(server);
                }
              }
            });
  }

  private void server(Server server) {
    server.addBean(
        new BodyRules(
            new BodyRules.Settings(
                edge.getBodyTime().toJavaDuration(),
                edge.getBodyRate().toBytes(),
                edge.getMaxSlowBodies(),
                edge.getMaxSlowBytes().toBytes())));
    TrustedProxies proxies = new TrustedProxies(edge.getTrustedProxies());
    ConnectionBounds bounds = new ConnectionBounds(edge.getMaxConnections(), proxies);
    for (Connector connector : server.getConnectors()) {
      if (connector instanceof ContainerLifeCycle container) {
        container.addBean(bounds);
        // Dropwizard measures the factories of connections, and so hides them.
        container
            .getContainedBeans(HttpConfiguration.class)
            .forEach(configuration -> http(configuration, proxies));
      }
      if (connector instanceof AbstractConnector starting) {
        ExclusiveBufferConnections.install(starting);
      }
    }
    bodies(environment.getApplicationContext());
    bodies(environment.getAdminContext());
  }

  private static void http(HttpConfiguration http, TrustedProxies proxies) {
    // Values of headers are compared with those before them on the connection: tokens differ in it.
    http.setHeaderCacheCaseSensitive(true);
    // Request buffers on the heap are not shared between connections: see ExclusiveBufferPool.
    http.setUseInputDirectByteBuffers(false);
    if (proxies.any() && http.getCustomizer(ForwardedAddress.class) == null) {
      http.addCustomizer(new ForwardedAddress(proxies));
    }
  }

  private static void bodies(MutableServletContextHandler context) {
    ServletHandler handler = context.getServletHandler();
    String[] waiting =
        Arrays.stream(handler.getServlets())
            .filter(servlet -> !readsItself(servlet))
            .map(ServletHolder::getName)
            .toArray(String[]::new);
    FilterHolder holder = new FilterHolder(new BodyFilter(MOST_OF_A_BODY));
    holder.setName("bodies");
    FilterMapping mapping = new FilterMapping();
    mapping.setFilterName(holder.getName());
    mapping.setServletNames(waiting);
    mapping.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
    handler.addFilter(holder, mapping);
    for (FilterHolder filter : handler.getFilters()) {
      filter.setAsyncSupported(true);
    }
    for (ServletHolder servlet : handler.getServlets()) {
      servlet.setAsyncSupported(true);
    }
  }

  private static boolean readsItself(ServletHolder servlet) {
    return servlet.getHeldClass() != null
        && BodyReadingServlet.class.isAssignableFrom(servlet.getHeldClass());
  }
}
