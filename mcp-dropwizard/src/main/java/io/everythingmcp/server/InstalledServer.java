package io.everythingmcp.server;

import io.dropwizard.core.setup.Environment;
import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.event.ServerEvent;
import io.everythingmcp.api.event.ServerEventBus;
import io.everythingmcp.server.assembly.EdgeFilterInstaller;
import io.everythingmcp.server.assembly.StartupSummary;
import io.everythingmcp.server.assembly.TenantControl;
import io.everythingmcp.server.assembly.endpoint.EndpointFilters;
import io.everythingmcp.server.assembly.endpoint.EndpointServlets;
import io.everythingmcp.server.authserver.token.EndedGrants;
import io.everythingmcp.server.command.ConfigurationReport;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.configuration.ServerPorts;
import io.everythingmcp.server.management.tenant.TenantAdmin;
import io.everythingmcp.server.protocol.McpEndpoint;
import io.everythingmcp.server.protocol.ServerImplementation;
import io.everythingmcp.server.transport.http.KeepAlive;
import io.everythingmcp.server.transport.http.McpServlet;
import io.everythingmcp.server.transport.http.MessageServlet;
import io.everythingmcp.server.transport.http.SseServlet;
import io.everythingmcp.server.web.EndpointPage.ServerNames;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Server;

/**
 * The servers of a Dropwizard application, on their paths: the default server, the servers of
 * tenants, and mounted servers.
 */
final class InstalledServer {
  private final McpServerFactory factory;
  private McpServer built;
  private KeepAlive keepAlive;
  private TenantServers tenants;
  private MountedServers mounted;

  /**
   * Not installed yet.
   *
   * @param factory creates the server from the configuration
   */
  InstalledServer(McpServerFactory factory) {
    this.factory = factory;
  }

  /** Creates the servers and registers the servlets of the default server. */
  void install(McpConfiguration configuration, Environment environment) {
    McpServer server = factory.build(configuration);
    built = server;
    keepAlive =
        new KeepAlive(
            server.runtime().executor(),
            configuration.getMcp().getKeepAlive().toJavaDuration(),
            problem ->
                server
                    .endpoint()
                    .publishTransportError(null, CallerIdentity.anonymous("none"), problem));
    EdgeFilterInstaller.install(environment, configuration.getEdge());
    EndpointFilters.install(configuration, environment);
    tenants = new TenantServers(factory, configuration, server, keepAlive);
    mounted = new MountedServers(factory, configuration, server);
    servlets(configuration, environment, server, keepAlive);
    mounted.nameAddresses(configuration, environment);
    environment
        .lifecycle()
        .addEventListener(
            new GracefulShutdown(
                server,
                () -> otherServers().toList(),
                keepAlive,
                configuration.getMcp().getShutdownGrace().toJavaDuration()));
    environment
        .lifecycle()
        .addServerLifecycleListener(jetty -> announce(server, configuration, jetty));
  }

  /** The servers of tenants; once the server runs. */
  TenantServers tenantServers() {
    return tenants;
  }

  /**
   * Tenants and their tokens, to add, change and remove them in Java.
   *
   * @throws IllegalStateException before the installation
   */
  TenantControl tenants() {
    return new TenantControl(tenantAdmin(), tenants.tenants(), tenants);
  }

  TenantAdmin tenantAdmin() {
    return new TenantAdmin(tenants.tenants(), events(), tenants);
  }

  /**
   * Returns the events of this instance.
   *
   * @throws IllegalStateException before the installation
   */
  ServerEventBus events() {
    return server().runtime().events();
  }

  /** Installs the mounted servers on their paths. */
  void installMounts(McpConfiguration configuration, Environment environment) {
    mounted.install(configuration, environment, keepAlive);
  }

  /**
   * Returns the servers that share the threads of this one: those of tenants, and mounted servers.
   */
  private Stream<McpServer> otherServers() {
    return Stream.concat(tenants.all(), mounted.all().stream());
  }

  /**
   * Returns the number of sessions on all instances; of tenants only those whose server exists on
   * this instance.
   */
  long sessionCount() {
    return server().sessionCount() + otherServers().mapToLong(McpServer::sessionCount).sum();
  }

  /**
   * Closes the streams and sessions of a revoked grant.
   *
   * @param issuer issuer of the grant
   * @param ended the grant; empty if the revoked grants are unknown
   */
  void grantEnded(String issuer, Optional<EndedGrants.Ended> ended) {
    server()
        .runtime()
        .executor()
        .execute(() -> ended.ifPresent(grant -> endSessions(issuer, grant)));
    keepAlive.check(
        caller ->
            ended.isEmpty() || caller.subject().filter(ended.get().subject()::equals).isPresent());
  }

  private void endSessions(String issuer, EndedGrants.Ended grant) {
    CallerIdentity caller =
        new CallerIdentity(
            "bearer",
            Optional.of(issuer),
            Optional.of(grant.subject()),
            Optional.empty(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Map.of());
    Stream.concat(Stream.of(server()), mounted.all().stream())
        .forEach(server -> server.terminateSessions(caller.ownerKey(), grant.grant()));
    tenants.endSessions(caller, grant.grant());
  }

  /** Activates new keys in all servers except the default server. */
  void rotateKeys() {
    tenants.rotateKeys();
    mounted.rotateKeys();
  }

  /** Returns the display name of the server on a path. */
  ServerNames names(String path) {
    ServerImplementation main = server().runtime().identity();
    return mounted.names(path).orElseGet(() -> new ServerNames(main.label(), main.name()));
  }

  /** How many exchanges are open, streams most of them; once the server runs. */
  int openStreamCount() {
    return keepAlive.open();
  }

  private void announce(McpServer server, McpConfiguration configuration, Server jetty) {
    factory.unsafe(configuration).ifPresent(StartupSummary::warn);
    ServerPorts.bound(jetty)
        .ifPresent(
            connector ->
                server
                    .runtime()
                    .events()
                    .publish(
                        new ServerEvent.Started(
                            configuration.endpointUrl(),
                            connector.getHost(),
                            connector.getLocalPort(),
                            configuration.endpoint().path(),
                            Instant.now())));
    StartupSummary.log(
        new ConfigurationReport(configuration, factory.hasFixtures()),
        server.runtime().identity(),
        server.enabledEras());
  }

  /**
   * Returns the default server.
   *
   * @throws IllegalStateException before the installation
   */
  McpServer server() {
    if (built == null) {
      throw new IllegalStateException("The application has not run yet");
    }
    return built;
  }

  private static void servlets(
      McpConfiguration configuration,
      Environment environment,
      McpServer server,
      KeepAlive keepAlive) {
    McpEndpoint endpoint = server.endpoint();
    int maxBody = (int) configuration.getEdge().getMaxRequestSize().toBytes();
    EndpointServlets.add(
        environment,
        "mcp",
        new McpServlet(endpoint, keepAlive, maxBody),
        configuration.endpoint().path());
    server
        .stateful()
        .ifPresent(
            era -> {
              String messages = URI.create(configuration.getBaseUri()).getRawPath() + "/message";
              EndpointServlets.add(
                  environment,
                  "sse",
                  new SseServlet(endpoint::openChannel, keepAlive, messages),
                  "/sse");
              EndpointServlets.add(
                  environment,
                  "message",
                  new MessageServlet(endpoint, keepAlive, maxBody),
                  "/message");
            });
  }
}
