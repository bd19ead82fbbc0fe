package io.everythingmcp.server;

import io.dropwizard.core.ConfiguredBundle;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.logging.common.BootstrapLogging;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.ServerInfo;
import io.everythingmcp.api.Tool;
import io.everythingmcp.api.auth.TokenVerifier;
import io.everythingmcp.api.event.ServerEvent;
import io.everythingmcp.api.event.ServerEventBus;
import io.everythingmcp.server.assembly.TenantControl;
import io.everythingmcp.server.authserver.EmbeddedIdentityProvider;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.protocol.profile.DeclaredExtensions;
import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.server.transport.http.TenantResolver;
import io.everythingmcp.server.wire.EndpointPath;
import jakarta.servlet.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * An MCP server in a Dropwizard application: the endpoint for all revisions of the protocol,
 * authentication and scopes, the authorization server, tenants, health, management, metrics, pages,
 * and the commands {@code stdio}, {@code auth-server}, {@code mint-jwt} and {@code token}. It is
 * the only bundle that an application installs; the configuration enables its features.
 *
 * <pre>
 *   McpServerBundle.builder()
 *       .serverInfo(ServerInfo.named("acme").title("Acme").instructions("Quotes and orders."))
 *       .features(Catalog.of(new QuoteTool()))
 *       .build();
 * </pre>
 *
 * <p>Scopes are enforced unless {@link Builder#withoutScopes()} is called. An instance serves one
 * application.
 */
public final class McpServerBundle implements ConfiguredBundle<McpConfiguration> {
  private final ServerSettings settings;
  private final ServerParts parts;

  private McpServerBundle(ServerSettings settings) {
    this.settings = settings;
    this.parts = new ServerParts(settings, new McpServerFactory(settings));
  }

  /** Creates a builder without features. */
  public static Builder builder() {
    // Before Dropwizard sets up its logging, libraries of features would log to standard output.
    BootstrapLogging.bootstrap();
    return new Builder();
  }

  @Override
  public void initialize(Bootstrap<?> bootstrap) {
    @SuppressWarnings("unchecked")
    Bootstrap<McpConfiguration> own = (Bootstrap<McpConfiguration>) bootstrap;
    parts.add(own);
  }

  @Override
  public void run(McpConfiguration configuration, Environment environment) {
    parts.install(configuration, environment);
  }

  /** The name of the server, where none is configured. */
  public String name() {
    return settings.info().name();
  }

  /**
   * Tenants and their tokens, to add, change and remove them while the server runs.
   *
   * @throws IllegalStateException before the application runs
   */
  public TenantControl tenants() {
    return parts.mcp().tenants();
  }

  /**
   * Returns the events of this instance.
   *
   * @throws IllegalStateException before the application runs
   */
  public ServerEventBus events() {
    return parts.mcp().events();
  }

  /** Returns the number of sessions on all instances. */
  public long sessionCount() {
    return parts.mcp().sessionCount();
  }

  /**
   * The server that runs.
   *
   * @throws IllegalStateException before the application runs
   */
  public McpServer server() {
    return parts.mcp().server();
  }

  ServerSettings settings() {
    return settings;
  }

  /**
   * Settings of a server. All are optional; each method changes this builder and returns it. The
   * YAML configuration takes precedence over these settings.
   */
  public static final class Builder {
    private ServerInfo info = ServerInfo.named("mcp-server");
    private Function<McpConfiguration, FeatureCatalog> features =
        configuration -> FeatureCatalog.of();
    private final List<Tool> switchable = new ArrayList<>();
    private Optional<UnaryOperator<FeatureCatalog>> fixtures = Optional.empty();
    private Function<McpConfiguration, DeclaredExtensions> declared =
        configuration -> DeclaredExtensions.NONE;
    private boolean scopes = true;
    private Optional<EmbeddedIdentityProvider> identityProvider = Optional.empty();
    private Optional<TokenVerifier> tokenVerifier = Optional.empty();
    private final List<Filter> filters = new ArrayList<>();
    private final List<TenantResolver> tenantResolvers = new ArrayList<>();
    private final List<Consumer<ServerEventBus>> listeners = new ArrayList<>();
    private Optional<Supplier<String>> sessionIds = Optional.empty();
    private Optional<Function<McpConfiguration, StateStore>> store = Optional.empty();
    private EndpointPath endpoint = EndpointPath.DEFAULT;
    private String hint = "";
    private UnaryOperator<String> variables = System::getenv;

    private Builder() {}

    /** Name, version and description of the server, as {@code serverInfo} of the protocol. */
    public Builder serverInfo(ServerInfo serverInfo) {
      info = serverInfo;
      return this;
    }

    /** Sets the tools, prompts and resources of the server. */
    public Builder features(FeatureCatalog catalog) {
      return features(configuration -> catalog);
    }

    /** Sets the features as a function of the configuration, called once for each server. */
    public Builder features(Function<McpConfiguration, FeatureCatalog> catalog) {
      features = catalog;
      return this;
    }

    /** Extensions and experimental capabilities that the features of this server implement. */
    public Builder extensions(Function<McpConfiguration, DeclaredExtensions> declarations) {
      declared = declarations;
      return this;
    }

    /** Tools that are not listed until a feature enables them at run time. */
    public Builder switchableTools(List<Tool> tools) {
      switchable.addAll(tools);
      return this;
    }

    /** Changes the features where {@code mcp.fixtures} is on, for a conformance suite. */
    public Builder fixtures(UnaryOperator<FeatureCatalog> change) {
      fixtures = Optional.of(change);
      return this;
    }

    /** Enforces no scopes, which is unsafe: each authenticated caller can use each feature. */
    public Builder withoutScopes() {
      scopes = false;
      return this;
    }

    /**
     * The identity provider at which users log in while the server is developed, in the modes
     * {@code integrated} and {@code separate}. Without one, these modes need the settings of a real
     * provider.
     */
    public Builder developmentLogin(EmbeddedIdentityProvider provider) {
      identityProvider = Optional.of(provider);
      return this;
    }

    /** Verifies bearer tokens in the mode {@code custom}. */
    public Builder tokenVerifier(TokenVerifier verifier) {
      tokenVerifier = Optional.of(verifier);
      return this;
    }

    /**
     * Adds a servlet filter for each request to an MCP endpoint. It runs after caller and tenant
     * are resolved ({@link io.everythingmcp.server.transport.http.CallerSource}) and before the
     * body is read, in the order of addition. The filter must support asynchronous processing.
     */
    public Builder requestFilter(Filter filter) {
      filters.add(filter);
      return this;
    }

    /**
     * Finds the tenant of a request to the MCP endpoint, before {@code tenants.resolutionOrder}
     * does; of several resolvers the first that finds one decides.
     */
    public Builder tenantResolver(TenantResolver resolver) {
      tenantResolvers.add(resolver);
      return this;
    }

    /** Subscribes to events of one kind, from the first of them on, over stdio too. */
    public <E extends ServerEvent> Builder onEvent(Class<E> kind, Consumer<E> listener) {
      listeners.add(events -> events.subscribe(kind, listener));
      return this;
    }

    /**
     * Sets the generator of session ids in the stateful revisions. The ids consist of visible ASCII
     * characters.
     *
     * @param ids returns a new, unguessable id at each call; called from any thread
     */
    public Builder sessionIdGenerator(Supplier<String> ids) {
      sessionIds = Optional.of(ids);
      return this;
    }

    /**
     * The store of sessions, events, tokens and tenants, instead of that of the configuration.
     *
     * @param opens the store; called once
     */
    public Builder store(Function<McpConfiguration, StateStore> opens) {
      store = Optional.of(opens);
      return this;
    }

    /**
     * Sets the path of the Streamable HTTP endpoint, relative to the base URI; default {@code
     * /mcp}.
     *
     * @param path absolute path without a trailing slash, such as {@code /api/mcp}
     * @throws IllegalArgumentException if it is invalid or used by another part of the server
     */
    public Builder endpointPath(String path) {
      endpoint = new EndpointPath(path);
      return this;
    }

    /** Sets a sentence on the home page that describes the first step for users. */
    public Builder homePageHint(String text) {
      hint = text;
      return this;
    }

    /** Reads the variables of configuration files from here instead of the environment. */
    public Builder environmentVariables(UnaryOperator<String> source) {
      variables = source;
      return this;
    }

    /** Creates the bundle. */
    public McpServerBundle build() {
      return new McpServerBundle(settings());
    }

    private ServerSettings settings() {
      return new ServerSettings(
          info,
          new ServerSettings.Features(features, List.copyOf(switchable), fixtures, declared),
          scopes,
          identityProvider,
          tokenVerifier,
          List.copyOf(filters),
          List.copyOf(tenantResolvers),
          List.copyOf(listeners),
          sessionIds,
          store,
          endpoint,
          hint,
          variables);
    }
  }
}
