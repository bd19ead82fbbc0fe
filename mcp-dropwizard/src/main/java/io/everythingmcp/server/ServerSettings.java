package io.everythingmcp.server;

import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.ServerInfo;
import io.everythingmcp.api.Tool;
import io.everythingmcp.api.auth.TokenVerifier;
import io.everythingmcp.api.event.ServerEventBus;
import io.everythingmcp.server.authserver.EmbeddedIdentityProvider;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.protocol.profile.DeclaredExtensions;
import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.server.transport.http.TenantResolver;
import io.everythingmcp.server.wire.EndpointPath;
import jakarta.servlet.Filter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Settings of the server as described by {@link McpServerBundle.Builder}. */
record ServerSettings(
    ServerInfo info,
    Features features,
    boolean scopes,
    Optional<EmbeddedIdentityProvider> identityProvider,
    Optional<TokenVerifier> verifier,
    List<Filter> requestFilters,
    List<TenantResolver> tenantResolvers,
    List<Consumer<ServerEventBus>> listeners,
    Optional<Supplier<String>> sessionIds,
    Optional<Function<McpConfiguration, StateStore>> store,
    EndpointPath endpoint,
    String homePageHint,
    UnaryOperator<String> variables) {

  /** The features of a server, which may depend on the configuration. */
  record Features(
      Function<McpConfiguration, FeatureCatalog> catalog,
      List<Tool> switchable,
      Optional<UnaryOperator<FeatureCatalog>> fixtures,
      Function<McpConfiguration, DeclaredExtensions> extensions) {}

  /** Sets the values that the configuration leaves to the application. */
  void setDefaults(McpConfiguration configuration) {
    configuration.applicationEndpoint(endpoint);
  }
}
