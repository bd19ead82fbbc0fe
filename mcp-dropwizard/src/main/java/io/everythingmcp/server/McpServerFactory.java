package io.everythingmcp.server;

import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.Tool;
import io.everythingmcp.api.event.ServerEventBus;
import io.everythingmcp.server.change.ChangeBus;
import io.everythingmcp.server.change.LiveCatalog;
import io.everythingmcp.server.config.AuthModes;
import io.everythingmcp.server.config.EverythingConfiguration;
import io.everythingmcp.server.config.McpConfiguration;
import io.everythingmcp.server.install.Entrance;
import io.everythingmcp.server.install.Introduction;
import io.everythingmcp.server.install.Mount;
import io.everythingmcp.server.install.RuntimeParts;
import io.everythingmcp.server.install.ServerBase;
import io.everythingmcp.server.install.ServerDefinition;
import io.everythingmcp.server.install.Stores;
import io.everythingmcp.server.install.TenantOffer;
import io.everythingmcp.server.protocol.Endpoint;
import io.everythingmcp.server.protocol.Era;
import io.everythingmcp.server.protocol.EraClassifier;
import io.everythingmcp.server.protocol.Eras;
import io.everythingmcp.server.protocol.Guard;
import io.everythingmcp.server.protocol.ServerIdentity;
import io.everythingmcp.server.protocol.ServerRuntime;
import io.everythingmcp.server.protocol.StoredConsents;
import io.everythingmcp.server.protocol.Workers;
import io.everythingmcp.server.protocol.handlers.Methods;
import io.everythingmcp.server.store.Store;
import io.everythingmcp.server.tenant.Tenant;
import io.everythingmcp.server.tenant.TenantStore;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Makes a server from its features, its eras and the configuration. */
public final class McpServerFactory {
  private final Function<EverythingConfiguration, FeatureCatalog> features;
  private final List<Tool> prepared;
  private Optional<EraMaker> stateful = Optional.empty();
  private Optional<EraMaker> stateless = Optional.empty();
  private boolean scopes = true;
  private Introduction introduction;
  private Optional<UnaryOperator<FeatureCatalog>> fixtures = Optional.empty();
  private BiFunction<EverythingConfiguration, Workers, Store> opens =
      (configuration, workers) -> Stores.open(configuration.getStore(), workers);
  private List<Consumer<ServerEventBus>> listeners = List.of();
  private Optional<ServerBase> shared = Optional.empty();

  /** Makes an era. */
  @FunctionalInterface
  public interface EraMaker extends BiFunction<ServerRuntime, EverythingConfiguration, Era> {}

  /**
   * A server with these features.
   *
   * @param features what it offers, depending on the configuration
   * @param prepared tools that are off until they are switched on
   */
  public McpServerFactory(
      Function<EverythingConfiguration, FeatureCatalog> features, List<Tool> prepared) {
    this.features = features;
    this.prepared = List.copyOf(prepared);
    this.introduction = Introduction.named("mcp-server", features.getClass());
  }

  /** Introduces itself in this way, where nothing else is configured. */
  public McpServerFactory introducing(Introduction other) {
    this.introduction = other;
    return this;
  }

  /** Offers more, or something else, where {@code mcp.fixtures} is on. */
  public McpServerFactory fixtures(UnaryOperator<FeatureCatalog> some) {
    this.fixtures = Optional.of(some);
    return this;
  }

  /** Serves all revisions there are, as far as {@code mcp.eras} wants them. */
  public McpServerFactory allEras() {
    return allEras(Optional.empty());
  }

  /** The same, with session ids of this generator where there is one. */
  McpServerFactory allEras(Optional<Supplier<String>> sessionIds) {
    AllEras.of(this, sessionIds);
    return this;
  }

  /** Opens this store instead of the one that is configured. */
  McpServerFactory store(Function<EverythingConfiguration, Store> own) {
    opens = (configuration, workers) -> own.apply(configuration);
    return this;
  }

  /** Subscribes to events before the first of them. */
  McpServerFactory listeners(List<Consumer<ServerEventBus>> subscriptions) {
    listeners = subscriptions;
    return this;
  }

  /** The store; closing it ends its connections. */
  Store openStore(EverythingConfiguration configuration, Workers workers) {
    return opens.apply(configuration, workers);
  }

  /** Serves revisions with sessions, too. */
  public McpServerFactory stateful(EraMaker maker) {
    this.stateful = Optional.of(maker);
    return this;
  }

  /** Serves revisions without sessions, too. */
  public McpServerFactory stateless(EraMaker maker) {
    this.stateless = Optional.of(maker);
    return this;
  }

  /**
   * Checks no scopes: everybody who is let in may do everything. This is unsafe, and the server
   * says so when it starts.
   */
  public McpServerFactory withoutScopes() {
    this.scopes = false;
    return this;
  }

  /** What is unsafe about the server, because the application wants it so. */
  Optional<String> unsafe(EverythingConfiguration configuration) {
    return scopes || AuthModes.anywhere(configuration).all().isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Scopes are not checked, because the application calls withoutScopes(): everybody who"
                + " is let in may do everything");
  }

  private Guard guard(
      LiveCatalog catalog, EverythingConfiguration configuration, Entrance entrance) {
    return scopes
        ? ResourceServerBundle.guard(catalog, configuration, entrance).orElse(null)
        : null;
  }

  /** What people call the server. */
  String label(EverythingConfiguration configuration) {
    return introduction.label(configuration);
  }

  /** What it offers. */
  FeatureCatalog catalog(EverythingConfiguration configuration) {
    FeatureCatalog usual = features.apply(configuration);
    return fixtures
        .filter(some -> configuration.getMcp().isFixtures())
        .map(some -> some.apply(usual))
        .orElse(usual);
  }

  /** Whether there is anything that {@code mcp.fixtures} switches on. */
  boolean hasFixtures() {
    return fixtures.isPresent();
  }

  /** Makes the server of what is there already, instead of threads and a store of its own. */
  public McpServerFactory on(ServerBase base) {
    this.shared = Optional.of(base);
    return this;
  }

  /** Makes the server. */
  public McpServer build(EverythingConfiguration configuration) {
    McpConfiguration mcp = configuration.getMcp();
    ServerIdentity identity = introduction.identity(configuration, served(mcp));
    return assemble(
        configuration,
        shared.orElseGet(() -> own(configuration)),
        new Offer(catalog(configuration), prepared, identity, RuntimeParts.limits(mcp)),
        Entrance.main(configuration));
  }

  private ServerBase own(EverythingConfiguration configuration) {
    ServerBase base = ServerBase.of(configuration, this::openStore);
    listeners.forEach(listener -> listener.accept(base.events()));
    return base;
  }

  /** Makes the server of a tenant, which shares the threads of another one and nothing else. */
  McpServer tenant(
      EverythingConfiguration configuration,
      McpServer main,
      Tenant tenant,
      Optional<ServerDefinition> own) {
    return beside(configuration, main, new Mount(Entrance.main(configuration), tenant), own);
  }

  /** Makes a server with an endpoint or callers of its own, beside another one. */
  McpServer beside(EverythingConfiguration configuration, McpServer main, Mount mount) {
    return beside(configuration, main, mount, Optional.empty());
  }

  private McpServer beside(
      EverythingConfiguration configuration,
      McpServer main,
      Mount mount,
      Optional<ServerDefinition> own) {
    Tenant tenant = mount.offer();
    ServerRuntime runtime = main.runtime();
    TenantStore store = new TenantStore(runtime.store(), tenant.id());
    ServerBase base =
        new ServerBase(
            runtime.workers().share(),
            store,
            runtime.events(),
            runtime.operations(),
            new StoredConsents(store.common(), configuration.getBaseUri()));
    Offer offer = offer(configuration, runtime, tenant, own);
    return assemble(configuration, base, offer, mount.entrance());
  }

  private Offer offer(
      EverythingConfiguration configuration,
      ServerRuntime runtime,
      Tenant tenant,
      Optional<ServerDefinition> own) {
    TenantOffer choice = new TenantOffer(tenant);
    ServerRuntime.Limits limits = choice.limits(runtime.limits());
    return own.map(
            made -> new Offer(made.catalog(), List.of(), made.identity(runtime.identity()), limits))
        .orElseGet(
            () ->
                new Offer(
                    choice.catalog(catalog(configuration)),
                    choice.tools(prepared),
                    choice.identity(runtime.identity()),
                    limits));
  }

  /** What a server offers. */
  private record Offer(
      FeatureCatalog catalog,
      List<Tool> prepared,
      ServerIdentity identity,
      ServerRuntime.Limits limits) {}

  private Eras served(McpConfiguration mcp) {
    return mcp.getEras().among(stateful.isPresent(), stateless.isPresent());
  }

  private McpServer assemble(
      EverythingConfiguration configuration, ServerBase base, Offer offer, Entrance entrance) {
    McpConfiguration mcp = configuration.getMcp();
    Eras served = served(mcp);
    LiveCatalog catalog =
        new LiveCatalog(
            offer.catalog(), offer.prepared(), base.store(), new ChangeBus(base.store()));
    ServerRuntime runtime =
        new ServerRuntime(
            base.store(),
            catalog,
            new Methods(catalog, RuntimeParts.pages(mcp), base.events()),
            base.workers(),
            base.consents(),
            offer.identity(),
            offer.limits(),
            base.events(),
            base.operations());
    Optional<Era> first =
        stateful.filter(m -> served.stateful()).map(m -> m.apply(runtime, configuration));
    Optional<Era> second =
        stateless.filter(m -> served.stateless()).map(m -> m.apply(runtime, configuration));
    Endpoint endpoint =
        new Endpoint(
            new EraClassifier(served),
            first.orElse(null),
            second.orElse(null),
            guard(catalog, configuration, entrance),
            base.events(),
            base.operations());
    return new McpServer(runtime, endpoint, first, second);
  }
}
