package io.everythingmcp.server;

import io.everythingmcp.server.config.AuthConfiguration;
import io.everythingmcp.server.config.EverythingConfiguration;
import io.everythingmcp.server.config.tenant.TenantsConfiguration.Source;
import io.everythingmcp.server.feature.Caller;
import io.everythingmcp.server.feature.Scopes;
import io.everythingmcp.server.install.Mount;
import io.everythingmcp.server.install.Quotas;
import io.everythingmcp.server.install.TenantOrder;
import io.everythingmcp.server.protocol.Era;
import io.everythingmcp.server.protocol.ServerIdentity;
import io.everythingmcp.server.store.Store;
import io.everythingmcp.server.tenant.Tenant;
import io.everythingmcp.server.tenant.TenantStore;
import io.everythingmcp.server.tenant.Tenants;
import io.everythingmcp.server.transport.http.KeepAlive;
import io.everythingmcp.server.transport.http.McpServlet;
import io.everythingmcp.server.transport.http.TenantResolver;
import io.everythingmcp.server.transport.http.TenantRoutes;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The servers of tenants on this instance: made when the first request comes, replaced when the
 * tenant changes. A server that was replaced behaves like another instance that stops: its streams
 * end, and its clients go on at the new one.
 */
final class TenantServers implements TenantRoutes.Directory {
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);
  private static final Duration LOOK = Duration.ofMinutes(1);

  private final McpServerFactory factory;
  private final EverythingConfiguration configuration;
  private final McpServer main;
  private final KeepAlive keepAlive;
  private final Tenants tenants;
  private final TenantOrder order;
  private final Map<String, Served> servers = new ConcurrentHashMap<>();
  private volatile TenantResolver resolver;

  TenantServers(
      McpServerFactory factory,
      EverythingConfiguration configuration,
      McpServer main,
      KeepAlive keepAlive) {
    this.factory = factory;
    this.configuration = configuration;
    this.main = main;
    this.keepAlive = keepAlive;
    this.tenants = new Tenants(main.runtime().store());
    this.order = new TenantOrder(configuration.getTenants().sources(), tenants);
    this.resolver = order;
    tenants.listen(this::changed);
    main.runtime().workers().every(LOOK, tenants::reload);
  }

  private record Served(Tenant tenant, McpServer server, McpServlet servlet, List<Filter> quotas) {
    /** What is still in front of the server after so many filters, and the server. */
    FilterChain chain(int passed) {
      return passed == quotas.size()
          ? servlet::service
          : (request, response) ->
              quotas.get(passed).doFilter(request, response, chain(passed + 1));
    }

    boolean is(Tenant now) {
      return tenant.withTokens(List.of()).equals(now.withTokens(List.of()));
    }
  }

  Tenants tenants() {
    return tenants;
  }

  /** How many servers are there now, on this instance. */
  int active() {
    return servers.size();
  }

  /** Asks this one before what the configuration says. */
  void resolver(TenantResolver first) {
    resolver = first.or(order);
  }

  /** What the server of a tenant says about itself, where it was made already. */
  Optional<ServerIdentity> identity(String tenant) {
    return Optional.ofNullable(servers.get(tenant))
        .map(served -> served.server().runtime().identity());
  }

  /** Ends the sessions of a tenant, where its server was made; gives how many there were. */
  int endSessions(String tenant) {
    return Optional.ofNullable(servers.get(tenant)).map(s -> s.server().endSessions()).orElse(0);
  }

  @Override
  public Optional<Caller> byToken(String secret) {
    return order.has(Source.TOKEN)
        ? tenants.byToken(secret).map(TenantServers::caller)
        : Optional.empty();
  }

  @Override
  public Optional<String> tenant(HttpServletRequest request, Caller caller) {
    return resolver.tenant(request, caller);
  }

  private static Caller caller(Tenants.Found found) {
    return new Caller(
        Caller.STATIC_TOKEN,
        Optional.empty(),
        Optional.of("token-" + found.token().hash().substring(0, 16)),
        Optional.empty(),
        Set.of(Scopes.READ, Scopes.WRITE, Scopes.ADMIN),
        Optional.of(found.tenant()),
        Optional.empty(),
        Map.of(Caller.TOKEN_HINT, found.token().hint()));
  }

  @Override
  public boolean open(String tenant) {
    return configuration.getAuth().getMode() == AuthConfiguration.Mode.NONE
        && tenants.find(tenant).filter(known -> known.tokens().isEmpty()).isPresent();
  }

  @Override
  public boolean serve(String tenant, HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    Optional<Served> served = find(tenant);
    if (served.isEmpty()) {
      return false;
    }
    served.get().chain(0).doFilter(request, response);
    return true;
  }

  private Optional<Served> find(String id) {
    Served now = servers.get(id);
    return now != null
        ? Optional.of(now)
        : tenants.find(id).map(tenant -> servers.computeIfAbsent(id, i -> make(tenant)));
  }

  private Served make(Tenant tenant) {
    McpServer server = factory.tenant(configuration, main, tenant);
    int maxBody = (int) configuration.getEdge().getMaxRequestSize().toBytes();
    McpServlet servlet = new McpServlet(server.endpoint(), keepAlive, maxBody);
    List<Filter> quotas =
        Quotas.filters(main.runtime().store(), "tenant/" + tenant.id(), tenant.quota());
    return new Served(tenant, server, servlet, quotas);
  }

  /** A part of the store, to look at what a tenant has without making its server. */
  Store store(String tenant) {
    return new TenantStore(main.runtime().store(), tenant);
  }

  /**
   * The part of the store of whom an operator means.
   *
   * @param who the id of a tenant, the path of a mounted server, or null for the server for
   *     everybody
   */
  Optional<Store> whose(String who) {
    if (who == null) {
      return Optional.of(main.runtime().store());
    }
    boolean mounted =
        configuration.getMounts().stream().anyMatch(mount -> mount.getPath().equals(who));
    return mounted
        ? Optional.of(store(Mount.id(who)))
        : tenants.find(who).map(tenant -> store(tenant.id()));
  }

  /** Lets new keys take over for all tenants. */
  void rotateKeys() {
    tenants.all().stream()
        .flatMap(tenant -> find(tenant.id()).stream())
        .flatMap(served -> served.server().stateless().stream())
        .forEach(Era::rotateKeys);
  }

  private void changed(String id) {
    Optional<Tenant> now = tenants.find(id);
    Served old = servers.get(id);
    if (old == null || now.filter(old::is).isPresent()) {
      return;
    }
    if (now.isPresent()) {
      servers.put(id, make(now.get()));
    } else {
      servers.remove(id);
    }
    main.runtime().workers().after(LAST_WORDS, () -> main.runtime().workers().run(() -> end(old)));
  }

  private void end(Served old) {
    old.server().drain();
    old.server().finish(configuration.getMcp().getShutdownGrace().toJavaDuration());
    old.server().close();
  }

  /** Tells the clients of a tenant that everything may be different now. */
  void announce(String id) {
    find(id)
        .map(served -> served.server().runtime().catalog())
        .ifPresent(
            catalog -> {
              catalog.toolsChanged();
              catalog.promptsChanged();
              catalog.resourcesChanged();
            });
  }

  /** Those on this instance. */
  Stream<McpServer> all() {
    return servers.values().stream().map(Served::server);
  }
}
