package io.everythingmcp.server;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.server.TenantServerMaker.Served;
import io.everythingmcp.server.config.AuthConfiguration;
import io.everythingmcp.server.config.EverythingConfiguration;
import io.everythingmcp.server.config.tenant.TenantsConfiguration.Source;
import io.everythingmcp.server.install.Mount;
import io.everythingmcp.server.install.ServerDefinition;
import io.everythingmcp.server.install.StaticTokens;
import io.everythingmcp.server.install.TenantControl;
import io.everythingmcp.server.install.TenantOrder;
import io.everythingmcp.server.protocol.Era;
import io.everythingmcp.server.protocol.ServerIdentity;
import io.everythingmcp.server.store.Store;
import io.everythingmcp.server.store.StoreUnavailableException;
import io.everythingmcp.server.tenant.Tenant;
import io.everythingmcp.server.tenant.TenantStore;
import io.everythingmcp.server.tenant.Tenants;
import io.everythingmcp.server.transport.http.CallerSource;
import io.everythingmcp.server.transport.http.KeepAlive;
import io.everythingmcp.server.transport.http.TenantDispatch;
import io.everythingmcp.server.transport.http.TenantResolver;
import io.everythingmcp.server.transport.http.TenantRoutes;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The servers of tenants on this instance: made when the first request comes, replaced when the
 * tenant changes. A server that was replaced behaves like another instance that stops: its streams
 * end, and its clients go on at the new one.
 */
final class TenantServers implements TenantRoutes.Directory, TenantControl.Servers {
  private static final Logger LOG = LoggerFactory.getLogger(TenantServers.class);
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);
  private static final Duration LOOK = Duration.ofMinutes(1);

  private final TenantServerMaker maker;
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
    this.maker = new TenantServerMaker(factory, configuration, main, keepAlive);
    this.configuration = configuration;
    this.main = main;
    this.keepAlive = keepAlive;
    this.tenants = new Tenants(main.runtime().store());
    this.order = new TenantOrder(configuration.getTenants().sources(), tenants);
    this.resolver = order;
    tenants.listen(this::changed);
    main.runtime().workers().every(LOOK, tenants::reload);
  }

  Tenants tenants() {
    return tenants;
  }

  @Override
  public int active() {
    return servers.size();
  }

  /** Asks this one before what the configuration says. */
  void resolver(TenantResolver first) {
    resolver = first.or(order);
  }

  @Override
  public Optional<ServerIdentity> identity(String tenant) {
    return Optional.ofNullable(servers.get(tenant))
        .map(served -> served.server().runtime().identity());
  }

  @Override
  public void define(String tenant, Supplier<ServerDefinition> definition) {
    maker.define(tenant, definition);
  }

  @Override
  public void forget(String tenant) {
    maker.forget(tenant);
  }

  @Override
  public boolean defined(String tenant) {
    return maker.defined(tenant);
  }

  @Override
  public long sessions(String tenant) {
    return Optional.ofNullable(servers.get(tenant)).map(s -> s.server().sessions()).orElse(0L);
  }

  @Override
  public int endSessions(String tenant) {
    return find(tenant).map(served -> served.server().endSessions(owner -> true)).orElse(0);
  }

  /** Ends the sessions of somebody that began with a grant, at whichever tenants they may be. */
  void endSessions(CallerIdentity caller, String grant) {
    Stream<String> ids =
        resolver == order
            ? tenants.bySubject(caller.issuer().orElse(""), caller.subject().orElse("")).stream()
            : servers.keySet().stream();
    ids.forEach(
        id ->
            Optional.ofNullable(servers.get(id))
                .ifPresent(
                    served ->
                        served.server().endSessions(caller.of(Optional.of(id)).owner(), grant)));
  }

  @Override
  public Optional<CallerIdentity> byToken(String secret) {
    return order.has(Source.TOKEN)
        ? tenants.byToken(secret).map(f -> StaticTokens.caller(f.tenant(), f.token()))
        : Optional.empty();
  }

  @Override
  public boolean hasTokens() {
    return order.has(Source.TOKEN) && tenants.tokenCount() > 0;
  }

  @Override
  public Optional<String> tenant(HttpServletRequest request, CallerIdentity caller) {
    return resolver.tenant(request, caller);
  }

  @Override
  public boolean belongs(HttpServletRequest request, CallerIdentity known, CallerIdentity placed) {
    Optional<Tenant> tenant = placed.tenant().flatMap(tenants::find);
    if (placed.tenant().isPresent() && tenant.isEmpty()) {
      return false;
    }
    if (placed.method().equals(CallerIdentity.STATIC_TOKEN)) {
      return tenant.filter(now -> StaticTokens.among(now, placed)).isPresent();
    }
    return placed.subject().isEmpty()
        ? placed.tenant().filter(this::open).isPresent()
        : resolver.tenant(request, known).equals(placed.tenant());
  }

  @Override
  public boolean open(String tenant) {
    return configuration.getAuth().getMode() == AuthConfiguration.Mode.NONE
        && tenants.find(tenant).filter(known -> known.tokens().isEmpty()).isPresent();
  }

  @Override
  public boolean serve(String tenant, HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    Optional<Served> served;
    try {
      served = find(tenant);
    } catch (StoreUnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      broken(tenant, CallerSource.of(request), e);
      TenantDispatch.broken(request, response);
      return true;
    }
    if (served.isEmpty()) {
      return false;
    }
    served.get().chain(0).doFilter(request, response);
    return true;
  }

  /** What is wrong with a definition is known when its server is made. */
  private void broken(String tenant, CallerIdentity caller, RuntimeException problem) {
    LOG.error("The server of tenant {} cannot be made: {}", tenant, problem.toString());
    main.endpoint().trouble(null, caller.of(Optional.of(tenant)), problem);
  }

  private Optional<Served> find(String id) {
    Served now = servers.get(id);
    return now != null
        ? Optional.of(now)
        : tenants.find(id).map(tenant -> servers.computeIfAbsent(id, i -> maker.make(tenant)));
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

  /** What was taken away ends at once; what only changes goes on with a new server. */
  private void changed(Tenants.Change change) {
    String id = change.id();
    Optional<Tenant> now = Optional.ofNullable(change.now());
    boolean lost = !change.lostTokens().isEmpty() || !change.lostSubjects().isEmpty();
    Served old = servers.get(id);
    if (lost || now.isEmpty()) {
      main.runtime().workers().surely(() -> endOf(change, Optional.ofNullable(old)));
    }
    if (old == null || now.filter(old::is).isPresent()) {
      return;
    }
    try {
      now.map(maker::make).ifPresentOrElse(made -> servers.put(id, made), () -> servers.remove(id));
    } catch (RuntimeException e) {
      broken(id, CallerIdentity.anonymous("none"), e);
      servers.remove(id);
    }
    main.runtime().workers().after(LAST_WORDS, () -> main.runtime().workers().run(() -> end(old)));
  }

  private void endOf(Tenants.Change change, Optional<Served> was) {
    String id = change.id();
    was.or(() -> find(id)).ifPresent(s -> s.server().endSessions(StaticTokens.lost(change)));
    keepAlive.check(caller -> caller.tenant().filter(id::equals).isPresent());
  }

  private void end(Served old) {
    old.server().drain();
    old.server().finish(configuration.getMcp().getShutdownGrace().toJavaDuration());
    old.server().close();
  }

  @Override
  public void announce(String id) {
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
