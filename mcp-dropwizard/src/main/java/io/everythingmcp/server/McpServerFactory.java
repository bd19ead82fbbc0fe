package io.everythingmcp.server;

import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.Tool;
import io.everythingmcp.api.event.ServerEventBus;
import io.everythingmcp.server.assembly.McpEndpointSecurity;
import io.everythingmcp.server.assembly.RuntimeParts;
import io.everythingmcp.server.assembly.ServerBase;
import io.everythingmcp.server.assembly.ServerDefinition;
import io.everythingmcp.server.assembly.ServerIntroduction;
import io.everythingmcp.server.assembly.ServerMount;
import io.everythingmcp.server.assembly.StoreFactory;
import io.everythingmcp.server.assembly.TenantOverrides;
import io.everythingmcp.server.catalog.CurrentCatalog;
import io.everythingmcp.server.change.ChangeBus;
import io.everythingmcp.server.configuration.AuthModes;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.configuration.ProtocolConfiguration;
import io.everythingmcp.server.protocol.EnabledEras;
import io.everythingmcp.server.protocol.EraClassifier;
import io.everythingmcp.server.protocol.McpEndpoint;
import io.everythingmcp.server.protocol.ProtocolEra;
import io.everythingmcp.server.protocol.ScopeAuthorizer;
import io.everythingmcp.server.protocol.ServerExecutor;
import io.everythingmcp.server.protocol.ServerImplementation;
import io.everythingmcp.server.protocol.ServerRuntime;
import io.everythingmcp.server.protocol.context.ElicitationPageStore;
import io.everythingmcp.server.protocol.handlers.McpMethodTable;
import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.server.tenant.Tenant;
import io.everythingmcp.server.tenant.TenantScopedStore;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Creates a server from its features, its eras and the configuration. */
public final class McpServerFactory {
  private final Function<McpConfiguration, FeatureCatalog> features;
  private final List<Tool> prepared;
  private Optional<EraFactory> stateful = Optional.empty();
  private Optional<EraFactory> stateless = Optional.empty();
  private boolean scopes = true;
  private ServerIntroduction introduction;
  private Optional<UnaryOperator<FeatureCatalog>> fixtures = Optional.empty();
  private BiFunction<McpConfiguration, ServerExecutor, StateStore> opens =
      (configuration, workers) -> StoreFactory.open(configuration.getStore(), workers);
  private List<Consumer<ServerEventBus>> listeners = List.of();
  private Optional<ServerBase> shared = Optional.empty();

  /** Factory of an era. */
  @FunctionalInterface
  public interface EraFactory extends BiFunction<ServerRuntime, McpConfiguration, ProtocolEra> {}

  /**
   * A server with these features.
   *
   * @param features the features, depending on the configuration
   * @param prepared tools that are disabled at first and can be enabled while the server runs
   */
  public McpServerFactory(
      Function<McpConfiguration, FeatureCatalog> features, List<Tool> prepared) {
    this.features = features;
    this.prepared = List.copyOf(prepared);
    this.introduction = ServerIntroduction.named("mcp-server", features.getClass());
  }

  /** Sets the server information that is used if the configuration has none. */
  public McpServerFactory introducing(ServerIntroduction other) {
    this.introduction = other;
    return this;
  }

  /** Adds or replaces features if {@code mcp.fixtures} is enabled. */
  public McpServerFactory fixtures(UnaryOperator<FeatureCatalog> some) {
    this.fixtures = Optional.of(some);
    return this;
  }

  /** Serves all supported revisions that {@code mcp.eras} enables. */
  public McpServerFactory allEras() {
    return allEras(Optional.empty());
  }

  /** Enables all eras, with session ids of this generator if present. */
  McpServerFactory allEras(Optional<Supplier<String>> sessionIds) {
    InstalledEras.addTo(this, sessionIds);
    return this;
  }

  /** Opens this store instead of the one that is configured. */
  McpServerFactory store(Function<McpConfiguration, StateStore> own) {
    opens = (configuration, workers) -> own.apply(configuration);
    return this;
  }

  /** Subscribes to events before the first of them. */
  McpServerFactory listeners(List<Consumer<ServerEventBus>> subscriptions) {
    listeners = subscriptions;
    return this;
  }

  /** The store; closing it ends its connections. */
  StateStore openStore(McpConfiguration configuration, ServerExecutor workers) {
    return opens.apply(configuration, workers);
  }

  /** Serves revisions with sessions, too. */
  public McpServerFactory statefulEra(EraFactory maker) {
    this.stateful = Optional.of(maker);
    return this;
  }

  /** Serves revisions without sessions, too. */
  public McpServerFactory statelessEra(EraFactory maker) {
    this.stateless = Optional.of(maker);
    return this;
  }

  /**
   * Disables the scope checks: each authenticated caller has full access. The server logs a
   * security warning at startup.
   */
  public McpServerFactory withoutScopes() {
    this.scopes = false;
    return this;
  }

  /** Returns the security warning that follows from the application's own settings. */
  Optional<String> unsafe(McpConfiguration configuration) {
    return scopes || AuthModes.anywhere(configuration).all().isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Scope checks are disabled (withoutScopes()): every authenticated caller"
                + " has full access");
  }

  private ScopeAuthorizer createScopeAuthorizer(
      McpConfiguration configuration, McpEndpointSecurity entrance) {
    return scopes
        ? ResourceServerBundle.scopeAuthorizer(configuration, entrance).orElse(null)
        : null;
  }

  /** Returns the display name of the server. */
  String label(McpConfiguration configuration) {
    return introduction.label(configuration);
  }

  /** Returns the features. */
  FeatureCatalog catalog(McpConfiguration configuration) {
    FeatureCatalog regular = features.apply(configuration);
    return fixtures
        .filter(some -> configuration.getMcp().isFixtures())
        .map(some -> some.apply(regular))
        .orElse(regular);
  }

  /** Returns whether {@code mcp.fixtures} has an effect. */
  boolean hasFixtures() {
    return fixtures.isPresent();
  }

  /** Uses existing threads and an existing store instead of creating them. */
  public McpServerFactory on(ServerBase base) {
    this.shared = Optional.of(base);
    return this;
  }

  /** Creates the server. */
  public McpServer build(McpConfiguration configuration) {
    ProtocolConfiguration mcp = configuration.getMcp();
    ServerImplementation identity = introduction.identity(configuration, served(mcp));
    return assemble(
        configuration,
        shared.orElseGet(() -> createBase(configuration)),
        new ServerContents(
            "", catalog(configuration), prepared, identity, RuntimeParts.limits(mcp)),
        McpEndpointSecurity.main(configuration));
  }

  private ServerBase createBase(McpConfiguration configuration) {
    ServerBase base = ServerBase.of(configuration, this::openStore);
    listeners.forEach(listener -> listener.accept(base.events()));
    return base;
  }

  /** Creates the server of a tenant. It shares only the threads of the main server. */
  McpServer tenant(
      McpConfiguration configuration,
      McpServer main,
      Tenant tenant,
      Optional<ServerDefinition> own) {
    return buildMounted(
        configuration, main, new ServerMount(McpEndpointSecurity.main(configuration), tenant), own);
  }

  /** Creates a server with its own endpoint or authentication, next to the main server. */
  McpServer buildMounted(McpConfiguration configuration, McpServer main, ServerMount mount) {
    return buildMounted(configuration, main, mount, Optional.empty());
  }

  private McpServer buildMounted(
      McpConfiguration configuration,
      McpServer main,
      ServerMount mount,
      Optional<ServerDefinition> own) {
    Tenant tenant = mount.server();
    ServerRuntime runtime = main.runtime();
    TenantScopedStore store = new TenantScopedStore(runtime.store(), tenant.id());
    ServerBase base =
        new ServerBase(
            runtime.executor().sharedView(),
            store,
            runtime.events(),
            runtime.operations(),
            new ElicitationPageStore(store.common(), configuration.getBaseUri()));
    ServerContents contents = contents(configuration, runtime, mount, own);
    return assemble(configuration, base, contents, mount.entrance());
  }

  private ServerContents contents(
      McpConfiguration configuration,
      ServerRuntime runtime,
      ServerMount mount,
      Optional<ServerDefinition> own) {
    String label = mount.label();
    TenantOverrides choice = new TenantOverrides(mount.server());
    ServerRuntime.Limits limits = choice.limits(runtime.limits());
    return own.map(
            made ->
                new ServerContents(
                    label, made.catalog(), List.of(), made.identity(runtime.identity()), limits))
        .orElseGet(
            () ->
                new ServerContents(
                    label,
                    choice.catalog(catalog(configuration)),
                    choice.tools(prepared),
                    choice.identity(runtime.identity()),
                    limits));
  }

  /** Features of a server, and its label in this process. */
  private record ServerContents(
      String label,
      FeatureCatalog catalog,
      List<Tool> prepared,
      ServerImplementation identity,
      ServerRuntime.Limits limits) {}

  private EnabledEras served(ProtocolConfiguration mcp) {
    return mcp.getEras().among(stateful.isPresent(), stateless.isPresent());
  }

  private McpServer assemble(
      McpConfiguration configuration,
      ServerBase base,
      ServerContents contents,
      McpEndpointSecurity entrance) {
    ProtocolConfiguration mcp = configuration.getMcp();
    EnabledEras served = served(mcp);
    CurrentCatalog catalog =
        new CurrentCatalog(
            contents.catalog(), contents.prepared(), base.store(), new ChangeBus(base.store()));
    ScopeAuthorizer scopeAuthorizer = createScopeAuthorizer(configuration, entrance);
    ServerRuntime runtime =
        new ServerRuntime(
            base.store(),
            catalog,
            new McpMethodTable(
                catalog, RuntimeParts.pages(mcp), base.events(), scopeAuthorizer != null),
            base.executor(),
            base.consents(),
            contents.identity(),
            contents.limits(),
            base.events(),
            base.operations());
    Optional<ProtocolEra> first =
        stateful.filter(m -> served.stateful()).map(m -> m.apply(runtime, configuration));
    Optional<ProtocolEra> second =
        stateless.filter(m -> served.stateless()).map(m -> m.apply(runtime, configuration));
    McpEndpoint endpoint =
        new McpEndpoint(
            new EraClassifier(served),
            first.orElse(null),
            second.orElse(null),
            scopeAuthorizer,
            runtime,
            RuntimeParts.traffic(configuration, contents.label()));
    return new McpServer(runtime, endpoint, first, second);
  }
}
