package io.everythingmcp.server;

import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.lifecycle.Managed;
import io.everythingmcp.server.assembly.EdgeFilterInstaller;
import io.everythingmcp.server.assembly.HttpDebugLogSuppressor;
import io.everythingmcp.server.assembly.MetricsInstaller;
import io.everythingmcp.server.assembly.oauth.AuthorizationServerSettingsFactory;
import io.everythingmcp.server.assembly.oauth.EmbeddedAuthorizationServer;
import io.everythingmcp.server.authserver.endpoint.AuthorizationPages;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.configuration.SeparateConfiguration;
import io.everythingmcp.server.configuration.ServerPorts;
import io.everythingmcp.server.configuration.UpstreamConfiguration;
import io.everythingmcp.server.edge.SecurityHeadersFilter;
import io.everythingmcp.server.observation.AuthorizationServerHealthResource;
import io.everythingmcp.server.observation.StoreHealthCheck;
import io.everythingmcp.server.observation.metrics.AuthorizationServerMetrics;
import io.everythingmcp.server.protocol.ServerExecutor;
import io.everythingmcp.server.security.audit.ReuseListener;
import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.server.transport.http.CorsFilter;
import io.everythingmcp.server.web.ContainerErrors;
import io.everythingmcp.server.web.ErrorPage;
import io.everythingmcp.server.web.ErrorPageWriter;
import io.everythingmcp.server.web.FilesResource;
import io.everythingmcp.server.web.SiteInfo;
import io.everythingmcp.server.web.StoreUnavailableMapper;
import io.everythingmcp.server.web.TemplateBundle;
import io.everythingmcp.server.web.WrongAddressMapper;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Application that runs only the authorization server ({@code auth.separate}). It reads the same
 * configuration as the resource server, which contains its URL and the audience of its tokens.
 */
final class AuthorizationServerApplication extends Application<McpConfiguration> {
  private static final Logger LOG = LoggerFactory.getLogger(AuthorizationServerApplication.class);

  private final Application<McpConfiguration> application;
  private final ServerParts server;
  private final TemplateBundle<McpConfiguration> templates = new TemplateBundle<>();

  /**
   * Creates the application.
   *
   * @param application the application of the resource server
   * @param server the parts that the resource server installs
   */
  AuthorizationServerApplication(Application<McpConfiguration> application, ServerParts server) {
    this.application = application;
    this.server = server;
  }

  @Override
  public String getName() {
    return "auth-server";
  }

  @Override
  @SuppressWarnings("unchecked")
  public Class<McpConfiguration> getConfigurationClass() {
    return application.getConfigurationClass();
  }

  @Override
  public void initialize(Bootstrap<McpConfiguration> bootstrap) {
    server.readStrictly(bootstrap);
    bootstrap.addBundle(templates);
  }

  @Override
  public void run(McpConfiguration configuration, Environment environment) {
    HttpDebugLogSuppressor.install();
    SeparateConfiguration separate = configuration.getAuth().getSeparate();
    String issuer = separate.getUrl().replaceFirst("/$", "");
    if (separate.getClientSecret().equals(SeparateConfiguration.DEVELOPMENT_SECRET)
        && !AuthorizationServerSettingsFactory.local(configuration.getBaseUri())) {
      throw new IllegalArgumentException(
          "auth.separate.clientSecret (INTROSPECTION_CLIENT_SECRET) is the development default; set"
              + " another secret, because baseUri (BASE_URI) is not a loopback address");
    }
    ServerPorts.choose(configuration, separate.getPort(), separate.getAdminPort());
    ServerExecutor workers = new ServerExecutor(false);
    StateStore store = server.factory().openStore(configuration, workers);
    environment.lifecycle().manage(new End(store, workers));
    SiteInfo site = new SiteInfo(issuer, server.factory().label(configuration) + ": authorization");
    UpstreamConfiguration upstream = configuration.getAuth().getServer().getUpstream();
    filter(environment, new SecurityHeadersFilter(issuer.startsWith("https:"), Set.of()));
    filter(environment, new CorsFilter("", configuration.getEdge().getCorsHeaders()));
    EdgeFilterInstaller.install(environment, configuration.getEdge());
    new EmbeddedAuthorizationServer(
            configuration,
            issuer,
            upstream.getClientId().isEmpty() ? server.identityProvider() : Optional.empty(),
            () -> server.factory().catalog(configuration),
            store,
            new AuthorizationPages(site, templates),
            new CountingListener(MetricsInstaller.install(store, environment)))
        .install(environment);
    environment.healthChecks().register("store", new StoreHealthCheck(store));
    environment
        .jersey()
        .register(
            new AuthorizationServerHealthResource(
                issuer, configuration.getAuth().getServer().getRegistration().isOn(), store));
    environment
        .lifecycle()
        .addServerLifecycleListener(
            jetty -> LOG.info("Ready: the authorization server {} issues tokens", issuer));
    pages(environment, issuer, new ErrorPage(site, templates));
  }

  private static void pages(Environment environment, String issuer, ErrorPage errors) {
    environment.jersey().register(new FilesResource());
    environment.jersey().register(new StoreUnavailableMapper());
    environment.jersey().register(new ErrorPageWriter(errors));
    WrongAddressMapper.install(environment, issuer, List.of());
    ContainerErrors.install(environment, errors);
  }

  private static void filter(Environment environment, Filter filter) {
    var registration = environment.servlets().addFilter(filter.getClass().getSimpleName(), filter);
    registration.setAsyncSupported(true);
    registration.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/*");
  }

  /** Counts reuses and outcomes. */
  private record CountingListener(AuthorizationServerMetrics metrics) implements ReuseListener {
    @Override
    public void reused(String kind, String clientId, String subject) {
      metrics.reused(kind);
    }

    @Override
    public void outcome(String endpoint, String outcome) {
      metrics.outcome(endpoint, outcome);
    }
  }

  /** Resources to close at shutdown. */
  private record End(StateStore store, ServerExecutor workers) implements Managed {
    @Override
    public void stop() {
      workers.close();
      store.close();
    }
  }
}
