package io.everythingmcp.server;

import io.dropwizard.core.ConfiguredBundle;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import io.everythingmcp.api.event.ServerEvent;
import io.everythingmcp.api.event.ServerEventBus;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.configuration.part.ServerPart;
import io.everythingmcp.server.observation.HealthResource;
import io.everythingmcp.server.observation.HealthStatus;
import io.everythingmcp.server.observation.StoreHealthCheck;
import io.everythingmcp.server.transport.http.RequestBodies;
import io.everythingmcp.server.web.ContainerErrors;
import io.everythingmcp.server.web.DocsResource;
import io.everythingmcp.server.web.ElicitationResource;
import io.everythingmcp.server.web.EndpointPage;
import io.everythingmcp.server.web.ErrorPage;
import io.everythingmcp.server.web.ErrorPageWriter;
import io.everythingmcp.server.web.FilesResource;
import io.everythingmcp.server.web.SiteInfo;
import io.everythingmcp.server.web.SplashResource;
import io.everythingmcp.server.web.StoreUnavailableMapper;
import io.everythingmcp.server.web.TemplateBundle;

/** The home page, {@code /health}, and the pages to which tools send users. */
final class PagesBundle implements ConfiguredBundle<McpConfiguration> {
  private final McpBundle mcp;
  private final ResourceServerBundle resourceServer;
  private final TemplateBundle<?> templates;
  private String welcome = "";

  /**
   * Creates the pages.
   *
   * @param mcp is added to the same application
   * @param guard is added to the same application
   */
  PagesBundle(McpBundle mcp, ResourceServerBundle guard, TemplateBundle<?> templates) {
    this.mcp = mcp;
    this.resourceServer = guard;
    this.templates = templates;
  }

  /** Sets the hint for the first step on the home page; empty for none. */
  PagesBundle welcome(String text) {
    welcome = text;
    return this;
  }

  @Override
  public void initialize(Bootstrap<?> bootstrap) {
    mcp.assembly().add(ServerPart.PAGES);
  }

  @Override
  public void run(McpConfiguration configuration, Environment environment) {
    mcp.assembly().run(ServerPart.PAGES, configuration, environment, this::install);
  }

  private void install(McpConfiguration configuration, Environment environment) {
    McpServer server = mcp.server();
    SiteInfo site = new SiteInfo(configuration.getBaseUri(), server.runtime().identity().label());
    HealthStatus health =
        new HealthStatus(server.runtime().store(), resourceServer::authorizationServerHealth);
    ServerEventBus events = server.runtime().events();
    events.subscribe(ServerEvent.Stopped.class, stopped -> health.stopping());
    ErrorPage errors = new ErrorPage(site, templates);
    environment.healthChecks().register("store", new StoreHealthCheck(server.runtime().store()));
    JerseyEnvironment jersey = environment.jersey();
    jersey.register(new HealthResource(health));
    jersey.register(
        new SplashResource(
            site, server.runtime(), server.enabledEras(), configuration, health, welcome));
    jersey.register(
        new ElicitationResource(
            site, server.runtime().consents(), resourceServer::browserUserResolver));
    jersey.register(new FilesResource());
    if (DocsResource.isAvailable(server.runtime().catalog().current())) {
      jersey.register(new DocsResource());
    }
    jersey.register(new StoreUnavailableMapper());
    jersey.register(new ErrorPageWriter(errors));
    RequestBodies.install(
        environment.getApplicationContext().getServletContext(),
        new EndpointPage(site, templates, configuration, mcp::names));
    ContainerErrors.install(environment, errors, EndpointPaths.all(configuration));
  }
}
