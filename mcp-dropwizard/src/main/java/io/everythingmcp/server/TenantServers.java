package io.everythingmcp.server;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.server.TenantServerMaker.Served;
import io.everythingmcp.server.assembly.ConfiguredTenantResolver;
import io.everythingmcp.server.assembly.ServerDefinition;
import io.everythingmcp.server.assembly.ServerMount;
import io.everythingmcp.server.assembly.StaticTokens;
import io.everythingmcp.server.assembly.TenantControl;
import io.everythingmcp.server.configuration.AuthConfiguration;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.configuration.tenant.TenantsConfiguration.Source;
import io.everythingmcp.server.protocol.ProtocolEra;
import io.everythingmcp.server.protocol.ServerImplementation;
import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.server.store.StoreUnavailableException;
import io.everythingmcp.server.tenant.Tenant;
import io.everythingmcp.server.tenant.TenantRegistry;
import io.everythingmcp.server.tenant.TenantScopedStore;
import io.everythingmcp.server.transport.http.CallerSource;
import io.everythingmcp.server.transport.http.KeepAlive;
import io.everythingmcp.server.transport.http.TenantDispatchFilter;
import io.everythingmcp.server.transport.http.TenantResolutionFilter;
import io.everythingmcp.server.transport.http.TenantResolver;
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
 * Servers of tenants on this instance: created at the first request and replaced when the tenant
 * changes. A replaced server behaves like an instance that shuts down: its streams are closed, and
 * its clients continue on the new server.
 */
final class TenantServers implements TenantResolutionFilter.Directory, TenantControl.Servers {
  private static final Logger LOG = LoggerFactory.getLogger(TenantServers.class);
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);
  private static final Duration LOOK = Duration.ofMinutes(1);

  private final TenantServerMaker serverFactory;
  private final McpConfiguration configuration;
  private final McpServer main;
  private final KeepAlive keepAlive;
  private final TenantRegistry tenants;
  private final ConfiguredTenantResolver order;
  private final Map<String, Served> servers = new ConcurrentHashMap<>();
  private volatile TenantResolver resolver;

  TenantServers(
      McpServerFactory factory,
      McpConfiguration configuration,
      McpServer main,
      KeepAlive keepAlive) {
    this.serverFactory = new TenantServerMaker(factory, configuration, main, keepAlive);
    this.configuration = configuration;
    this.main = main;
    this.keepAlive = keepAlive;
    this.tenants = new TenantRegistry(main.runtime().store());
    this.order = new ConfiguredTenantResolver(configuration.getTenants().sources(), tenants);
    this.resolver = order;
    tenants.subscribe(this::changed);
    main.runtime().executor().scheduleAtFixedRate(LOOK, tenants::reload);
  }

  TenantRegistry tenants() {
    return tenants;
  }

  @Override
  public int active() {
    return servers.size();
  }

  /** Sets a resolver that precedes the configuration. */
  void resolver(TenantResolver first) {
    resolver = first.or(order);
  }

  @Override
  public Optional<ServerImplementation> identity(String tenant) {
    return Optional.ofNullable(servers.get(tenant))
        .map(served -> served.server().runtime().identity());
  }

  @Override
  public void define(String tenant, Supplier<ServerDefinition> definition) {
    serverFactory.define(tenant, definition);
  }

  @Override
  public void remove(String tenant) {
    serverFactory.remove(tenant);
  }

  @Override
  public boolean defined(String tenant) {
    return serverFactory.defined(tenant);
  }

  @Override
  public long sessions(String tenant) {
    return Optional.ofNullable(servers.get(tenant)).map(s -> s.server().sessionCount()).orElse(0L);
  }

  @Override
  public int endSessions(String tenant) {
    return find(tenant).map(served -> served.server().terminateSessions(owner -> true)).orElse(0);
  }

  /** Ends the sessions of a caller that were created with a grant, at all tenants. */
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
                        served
                            .server()
                            .terminateSessions(
                                caller.withTenant(Optional.of(id)).ownerKey(), grant)));
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
  public boolean isCurrent(
      HttpServletRequest request, CallerIdentity known, CallerIdentity placed) {
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
      onDefinitionError(tenant, CallerSource.of(request), e);
      TenantDispatchFilter.broken(request, response);
      return true;
    }
    if (served.isEmpty()) {
      return false;
    }
    served.get().chain(0).doFilter(request, response);
    return true;
  }

  /** Errors of a definition are detected when its server is created. */
  private void onDefinitionError(String tenant, CallerIdentity caller, RuntimeException problem) {
    LOG.error("The server of tenant {} cannot be created: {}", tenant, problem.toString());
    main.endpoint().publishTransportError(null, caller.withTenant(Optional.of(tenant)), problem);
  }

  private Optional<Served> find(String id) {
    Served now = servers.get(id);
    return now != null
        ? Optional.of(now)
        : tenants
            .find(id)
            .map(tenant -> servers.computeIfAbsent(id, i -> serverFactory.create(tenant)));
  }

  /** Returns the part of the store that belongs to a tenant, without creating its server. */
  StateStore store(String tenant) {
    return new TenantScopedStore(main.runtime().store(), tenant);
  }

  /**
   * Returns the part of the store that belongs to a server.
   *
   * @param who the id of a tenant, the path of a mounted server, or null for the default server
   */
  Optional<StateStore> storeOf(String who) {
    if (who == null) {
      return Optional.of(main.runtime().store());
    }
    boolean mounted =
        configuration.getMounts().stream().anyMatch(mount -> mount.getPath().equals(who));
    return mounted
        ? Optional.of(store(ServerMount.id(who)))
        : tenants.find(who).map(tenant -> store(tenant.id()));
  }

  /** Activates new keys for all tenants. */
  void rotateKeys() {
    tenants.all().stream()
        .flatMap(tenant -> find(tenant.id()).stream())
        .flatMap(served -> served.server().stateless().stream())
        .forEach(ProtocolEra::rotateKeys);
  }

  /** A removed tenant ends at once; a changed tenant continues with a new server. */
  private void changed(TenantRegistry.Change change) {
    String id = change.id();
    Optional<Tenant> now = Optional.ofNullable(change.now());
    boolean lost = !change.lostTokens().isEmpty() || !change.lostSubjects().isEmpty();
    Served old = servers.get(id);
    if (lost || now.isEmpty()) {
      main.runtime().executor().execute(() -> terminateSessions(change, Optional.ofNullable(old)));
    }
    if (old == null || now.filter(old::is).isPresent()) {
      return;
    }
    try {
      now.map(serverFactory::create)
          .ifPresentOrElse(made -> servers.put(id, made), () -> servers.remove(id));
    } catch (RuntimeException e) {
      onDefinitionError(id, CallerIdentity.anonymous("none"), e);
      servers.remove(id);
    }
    main.runtime()
        .executor()
        .schedule(LAST_WORDS, () -> main.runtime().executor().tryExecute(() -> end(old)));
  }

  private void terminateSessions(TenantRegistry.Change change, Optional<Served> was) {
    String id = change.id();
    was.or(() -> find(id)).ifPresent(s -> s.server().terminateSessions(StaticTokens.lost(change)));
    keepAlive.check(caller -> caller.tenant().filter(id::equals).isPresent());
  }

  private void end(Served old) {
    old.server().drain();
    old.server().awaitRequests(configuration.getMcp().getShutdownGrace().toJavaDuration());
    old.server().close();
  }

  @Override
  public void announce(String id) {
    find(id)
        .map(served -> served.server().runtime().catalog())
        .ifPresent(
            catalog -> {
              catalog.toolListChanged();
              catalog.promptListChanged();
              catalog.resourceListChanged();
            });
  }

  /** Returns the servers on this instance. */
  Stream<McpServer> all() {
    return servers.values().stream().map(Served::server);
  }
}
