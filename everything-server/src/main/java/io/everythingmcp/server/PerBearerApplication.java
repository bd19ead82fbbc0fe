package io.everythingmcp.server;

import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.everythingmcp.server.PerBearerServer.Entry;
import io.everythingmcp.server.PerBearerServer.Listening;
import io.everythingmcp.server.PerBearerServer.ServerInfo;
import io.everythingmcp.server.config.EverythingConfiguration;
import io.everythingmcp.server.event.Events;
import io.everythingmcp.server.event.ServerEvent;
import io.everythingmcp.server.feature.Catalog;
import io.everythingmcp.server.install.PerBearerSettings;
import io.everythingmcp.server.install.ServerDefinition;
import io.everythingmcp.server.protocol.ServerIdentity;
import io.everythingmcp.server.tenant.Tenant;
import io.everythingmcp.server.web.ContainerErrors;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.server.Server;

/** What a {@link PerBearerServer} runs: an application that has tenants, and nothing else. */
final class PerBearerApplication extends Application<EverythingConfiguration> {
  private static final int TRIES = 5;
  private static final Catalog NOTHING = new Catalog(List.of(), List.of(), List.of(), List.of());

  private final Map<String, Entry> entries = new ConcurrentHashMap<>();
  private final Set<String> registered = ConcurrentHashMap.newKeySet();
  private final McpBundle mcp =
      new McpBundle(
          EverythingApplication.server(configuration -> NOTHING, List.of())
              .tenants(this::definition),
          (server, configuration, environment) ->
              ContainerErrors.install(environment, McpBundle.everywhere()));
  private final Server jetty;
  private final ServerInfo info;

  private PerBearerApplication(
      PerBearerSettings settings, int port, List<Entry> first, List<Listening<?>> listeners)
      throws Exception {
    EverythingConfiguration configuration = settings.configuration(port);
    Bootstrap<EverythingConfiguration> bootstrap = new Bootstrap<>(this);
    bootstrap.addBundle(mcp);
    bootstrap.addBundle(new TenantBundle(mcp));
    if (settings.logs()) {
      configuration.getLoggingFactory().configure(bootstrap.getMetricRegistry(), getName());
    }
    Environment environment =
        new Environment(
            getName(),
            bootstrap.getObjectMapper(),
            bootstrap.getValidatorFactory(),
            bootstrap.getMetricRegistry(),
            bootstrap.getClassLoader(),
            bootstrap.getHealthCheckRegistry(),
            configuration);
    configuration.getServerFactory().configure(environment);
    bootstrap.run(configuration, environment);
    listeners.forEach(this::listen);
    first.forEach(this::add);
    jetty = configuration.getServerFactory().build(environment);
    jetty.start();
    info =
        new ServerInfo(
            port,
            configuration.getBaseUri() + McpBundle.ENDPOINTS[0],
            settings.host(),
            settings.endpoint(),
            Instant.now());
  }

  /** Begins to serve. */
  static PerBearerApplication start(
      PerBearerSettings settings, List<Entry> entries, List<Listening<?>> listeners) {
    for (int attempt = 1; ; attempt++) {
      int port = settings.choosePort();
      try {
        return new PerBearerApplication(settings, port, entries, listeners);
      } catch (Exception e) {
        boolean taken = e instanceof IOException && settings.anyPort() && attempt < TRIES;
        if (!taken) {
          throw new IllegalStateException(
              "No server can be started at " + settings.host() + ":" + port, e);
        }
      }
    }
  }

  @Override
  public String getName() {
    return "per-bearer-server";
  }

  @Override
  public void run(EverythingConfiguration configuration, Environment environment) {
    // All of it is in the bundles.
  }

  /** What a token stands for; asked for once, when its server is made. */
  private ServerDefinition definition(Tenant tenant) {
    ServerDefinition definition = entries.get(tenant.id()).definition().get();
    if (registered.add(tenant.id())) {
      events()
          .tell(
              new ServerEvent.ServerRegistered(
                  PerBearerServer.hint(tenant),
                  definition.name(),
                  definition.version(),
                  Instant.now()));
    }
    return definition;
  }

  private Events events() {
    return mcp.server().runtime().events();
  }

  <E extends ServerEvent> void listen(Listening<E> listening) {
    events().listen(listening.kind(), listening.listener());
  }

  void add(Entry entry) {
    Tenant tenant = entry.tenant();
    entries.put(tenant.id(), entry);
    mcp.tenants().tenants().add(tenant);
    events().tell(new ServerEvent.TokenAdded(PerBearerServer.hint(tenant)));
  }

  void update(Entry entry) {
    Tenant tenant = entry.tenant();
    String hint = PerBearerServer.hint(tenant);
    entries.put(tenant.id(), entry);
    mcp.tenants().tenants().update(tenant.id(), old -> tenant);
    mcp.tenants()
        .identity(tenant.id())
        .ifPresent(
            now -> {
              mcp.tenants().announce(tenant.id());
              events()
                  .tell(
                      new ServerEvent.ServerUpdated(
                          hint, now.name(), now.version(), Instant.now()));
            });
    events().tell(new ServerEvent.TokenUpdated(hint));
  }

  void remove(Entry entry) {
    Tenant tenant = entry.tenant();
    String hint = PerBearerServer.hint(tenant);
    Optional<ServerIdentity> was = mcp.tenants().identity(tenant.id());
    int ended = mcp.tenants().endSessions(tenant.id());
    mcp.tenants().tenants().remove(tenant.id());
    events().tell(new ServerEvent.TokenRemoved(hint));
    was.ifPresent(
        server ->
            events()
                .tell(
                    new ServerEvent.ServerRemoved(hint, server.name(), ended > 0, Instant.now())));
    registered.remove(tenant.id());
    entries.remove(tenant.id());
  }

  ServerInfo info() {
    return info;
  }

  int activeServers() {
    return mcp.tenants().active();
  }

  long activeSessions() {
    return mcp.tenants().all().mapToLong(McpServer::sessions).sum();
  }

  void stop() {
    try {
      jetty.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The server did not stop in good order", e);
    }
  }
}
