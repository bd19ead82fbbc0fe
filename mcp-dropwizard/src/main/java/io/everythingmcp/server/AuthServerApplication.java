package io.everythingmcp.server;

import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.lifecycle.Managed;
import io.everythingmcp.server.auth.audit.ReuseListener;
import io.everythingmcp.server.auth.server.endpoint.Pages;
import io.everythingmcp.server.config.EverythingConfiguration;
import io.everythingmcp.server.config.Ports;
import io.everythingmcp.server.config.SeparateConfiguration;
import io.everythingmcp.server.config.UpstreamConfiguration;
import io.everythingmcp.server.edge.SecurityHeadersFilter;
import io.everythingmcp.server.install.CarefulLogs;
import io.everythingmcp.server.install.Edge;
import io.everythingmcp.server.install.oauth.AuthorizationServerOptions;
import io.everythingmcp.server.install.oauth.OwnAuthorizationServer;
import io.everythingmcp.server.ops.AuthServerHealthResource;
import io.everythingmcp.server.ops.StoreHealthCheck;
import io.everythingmcp.server.protocol.Workers;
import io.everythingmcp.server.store.Store;
import io.everythingmcp.server.transport.http.CorsFilter;
import io.everythingmcp.server.web.ContainerErrors;
import io.everythingmcp.server.web.ErrorPage;
import io.everythingmcp.server.web.ErrorPageWriter;
import io.everythingmcp.server.web.FilesResource;
import io.everythingmcp.server.web.Site;
import io.everythingmcp.server.web.StoreAwayMapper;
import io.everythingmcp.server.web.Templates;
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
 * The authorization server alone. It reads the same configuration as the server whose clients it
 * serves, and takes from it where it is ({@code auth.separate}) and for whom its tokens are.
 */
final class AuthServerApplication extends Application<EverythingConfiguration> {
  private static final Logger LOG = LoggerFactory.getLogger(AuthServerApplication.class);

  private final Application<EverythingConfiguration> application;
  private final ServerParts server;
  private final Templates<EverythingConfiguration> templates = new Templates<>();

  /**
   * An authorization server.
   *
   * @param application the server whose clients it serves
   * @param server what that one installs
   */
  AuthServerApplication(Application<EverythingConfiguration> application, ServerParts server) {
    this.application = application;
    this.server = server;
  }

  @Override
  public String getName() {
    return "auth-server";
  }

  @Override
  @SuppressWarnings("unchecked")
  public Class<EverythingConfiguration> getConfigurationClass() {
    return application.getConfigurationClass();
  }

  @Override
  public void initialize(Bootstrap<EverythingConfiguration> bootstrap) {
    server.readStrictly(bootstrap);
    bootstrap.addBundle(templates);
  }

  @Override
  public void run(EverythingConfiguration configuration, Environment environment) {
    CarefulLogs.install();
    SeparateConfiguration separate = configuration.getAuth().getSeparate();
    String issuer = separate.getUrl().replaceFirst("/$", "");
    if (separate.getClientSecret().equals(SeparateConfiguration.DEVELOPMENT_SECRET)
        && !AuthorizationServerOptions.local(configuration.getBaseUri())) {
      throw new IllegalArgumentException(
          "auth.separate.clientSecret (INTROSPECTION_CLIENT_SECRET) must be chosen where baseUri is"
              + " not on this machine");
    }
    Ports.choose(configuration, separate.getPort(), separate.getAdminPort());
    Workers workers = new Workers(false);
    Store store = server.factory().openStore(configuration, workers);
    environment.lifecycle().manage(new End(store, workers));
    Site site = new Site(issuer, server.factory().label(configuration) + ": authorization");
    UpstreamConfiguration upstream = configuration.getAuth().getServer().getUpstream();
    filter(environment, new SecurityHeadersFilter(issuer.startsWith("https:"), Set.of()));
    filter(environment, new CorsFilter("", configuration.getEdge().getCorsHeaders()));
    Edge.install(environment, configuration.getEdge());
    new OwnAuthorizationServer(
            configuration,
            issuer,
            upstream.getClientId().isEmpty() ? server.identityProvider() : Optional.empty(),
            () -> server.factory().catalog(configuration),
            store,
            new Pages(site, templates),
            ReuseListener.NONE)
        .install(environment);
    environment.healthChecks().register("store", new StoreHealthCheck(store));
    environment
        .jersey()
        .register(
            new AuthServerHealthResource(
                issuer, configuration.getAuth().getServer().getRegistration().isOn(), store));
    environment
        .lifecycle()
        .addServerLifecycleListener(
            jetty -> LOG.info("Ready: the authorization server {} issues tokens", issuer));
    pages(environment, issuer, new ErrorPage(site, templates));
  }

  private static void pages(Environment environment, String issuer, ErrorPage errors) {
    environment.jersey().register(new FilesResource());
    environment.jersey().register(new StoreAwayMapper());
    environment.jersey().register(new ErrorPageWriter(errors));
    WrongAddressMapper.install(environment, issuer, List.of());
    ContainerErrors.install(environment, errors);
  }

  private static void filter(Environment environment, Filter filter) {
    var registration = environment.servlets().addFilter(filter.getClass().getSimpleName(), filter);
    registration.setAsyncSupported(true);
    registration.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/*");
  }

  /** What is closed when the process ends. */
  private record End(Store store, Workers workers) implements Managed {
    @Override
    public void stop() {
      workers.close();
      store.close();
    }
  }
}
