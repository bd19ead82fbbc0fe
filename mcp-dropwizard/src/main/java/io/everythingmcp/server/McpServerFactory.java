package io.everythingmcp.server;

import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.Tool;
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
import io.everythingmcp.server.protocol.EraClassifier;
import io.everythingmcp.server.protocol.McpEndpoint;
import io.everythingmcp.server.protocol.OperationObservers;
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

/** Creates the servers of an application from its settings and the configuration. */
final class McpServerFactory {
  private final ServerSettings settings;
  private final InstalledEras eras;
  private final ServerIntroduction introduction;
  private final Optional<ServerBase> shared;

  /** A factory of servers that have threads and a store of their own. */
  McpServerFactory(ServerSettings settings) {
    this(settings, Optional.empty());
  }

  /**
   * A factory of servers.
   *
   * @param shared existing threads and an existing store; empty to create them
   */
  McpServerFactory(ServerSettings settings, Optional<ServerBase> shared) {
    this.settings = settings;
    this.eras = new InstalledEras(settings.sessionIds());
    this.introduction =
        ServerIntroduction.of(settings.info()).declaring(settings.features().extensions());
    this.shared = shared;
  }

  /** The store; closing it ends its connections. */
  StateStore openStore(McpConfiguration configuration, ServerExecutor workers) {
    return settings
        .store()
        .map(own -> own.apply(configuration))
        .orElseGet(() -> StoreFactory.open(configuration.getStore(), workers));
  }

  /** Returns the security warning that follows from the application's own settings. */
  Optional<String> unsafe(McpConfiguration configuration) {
    return settings.scopes() || AuthModes.anywhere(configuration).all().isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Scope checks are disabled (withoutScopes()): every authenticated caller"
                + " has full access");
  }

  private ScopeAuthorizer createScopeAuthorizer(
      McpConfiguration configuration, McpEndpointSecurity entrance, OperationObservers observers) {
    return ResourceServerInstaller.scopeAuthorizer(
            configuration, entrance, observers, settings.scopes())
        .orElse(null);
  }

  /** Returns the display name of the server. */
  String label(McpConfiguration configuration) {
    return introduction.label(configuration);
  }

  /** Returns the features. */
  FeatureCatalog catalog(McpConfiguration configuration) {
    FeatureCatalog regular = settings.features().catalog().apply(configuration);
    return settings
        .features()
        .fixtures()
        .filter(change -> configuration.getMcp().isFixtures())
        .map(change -> change.apply(regular))
        .orElse(regular);
  }

  /** Returns whether {@code mcp.fixtures} has an effect. */
  boolean hasFixtures() {
    return settings.features().fixtures().isPresent();
  }

  private List<Tool> switchable() {
    return settings.features().switchable();
  }

  /** Creates the server. */
  McpServer build(McpConfiguration configuration) {
    ProtocolConfiguration mcp = configuration.getMcp();
    ServerImplementation identity = introduction.identity(configuration, eras.enabled(mcp));
    return assemble(
        configuration,
        shared.orElseGet(() -> createBase(configuration)),
        new ServerContents(
            "", catalog(configuration), switchable(), identity, RuntimeParts.limits(mcp)),
        McpEndpointSecurity.main(configuration));
  }

  private ServerBase createBase(McpConfiguration configuration) {
    ServerBase base = ServerBase.of(configuration, this::openStore);
    settings.listeners().forEach(listener -> listener.accept(base.events()));
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
                    choice.tools(switchable()),
                    choice.identity(runtime.identity()),
                    limits));
  }

  /** Features of a server, and its label in this process. */
  private record ServerContents(
      String label,
      FeatureCatalog catalog,
      List<Tool> switchable,
      ServerImplementation identity,
      ServerRuntime.Limits limits) {}

  private McpServer assemble(
      McpConfiguration configuration,
      ServerBase base,
      ServerContents contents,
      McpEndpointSecurity entrance) {
    ProtocolConfiguration mcp = configuration.getMcp();
    CurrentCatalog catalog =
        new CurrentCatalog(
            contents.catalog(), contents.switchable(), base.store(), new ChangeBus(base.store()));
    ScopeAuthorizer scopeAuthorizer =
        createScopeAuthorizer(configuration, entrance, base.operations());
    ServerRuntime runtime =
        new ServerRuntime(
            base.store(),
            catalog,
            new McpMethodTable(
                catalog,
                RuntimeParts.pages(mcp),
                base.events(),
                settings.scopes() && scopeAuthorizer != null),
            base.executor(),
            base.consents(),
            contents.identity(),
            contents.limits(),
            base.events(),
            base.operations());
    Optional<ProtocolEra> stateful = eras.create(true, runtime, configuration);
    Optional<ProtocolEra> stateless = eras.create(false, runtime, configuration);
    McpEndpoint endpoint =
        new McpEndpoint(
            new EraClassifier(eras.enabled(mcp)),
            stateful.orElse(null),
            stateless.orElse(null),
            scopeAuthorizer,
            runtime,
            RuntimeParts.traffic(configuration, contents.label()));
    return new McpServer(runtime, endpoint, stateful, stateless);
  }
}
