package io.everythingmcp.server;

import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import io.everythingmcp.api.event.ServerEvent;
import io.everythingmcp.api.event.ServerEventBus;
import io.everythingmcp.server.assembly.endpoint.EndpointPaths;
import io.everythingmcp.server.configuration.McpConfiguration;
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
final class PagesInstaller {
  private final InstalledServer mcp;
  private final AuthorizationServerInstaller authorizationServer;
  private final ResourceServerInstaller resourceServer;
  private final TemplateBundle<?> templates;
  private final String firstStep;

  /**
   * Creates the pages.
   *
   * @param authorizationServer authenticates the users of pages, when it is installed
   * @param firstStep hint for the first step on the home page; empty for none
   */
  PagesInstaller(
      InstalledServer mcp,
      AuthorizationServerInstaller authorizationServer,
      ResourceServerInstaller resourceServer,
      TemplateBundle<?> templates,
      String firstStep) {
    this.mcp = mcp;
    this.authorizationServer = authorizationServer;
    this.resourceServer = resourceServer;
    this.templates = templates;
    this.firstStep = firstStep;
  }

  /** Installs the pages of the server, which is installed already. */
  void install(McpConfiguration configuration, Environment environment) {
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
            site, server.runtime(), server.enabledEras(), configuration, health, firstStep));
    jersey.register(
        new ElicitationResource(
            site, server.runtime().consents(), authorizationServer::browserUserResolver));
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
