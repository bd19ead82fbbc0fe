package com.acme;

import com.acme.hello.DevelopmentLogin;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.ServerInfo;
import io.everythingmcp.server.McpServerBundle;
import io.everythingmcp.server.configuration.AuthConfiguration.Mode;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.testing.McpTestServer;

/** Application of another package, which installs only the bundle. */
final class AcmeServer implements AutoCloseable {
  static final String SECRET = "a secret of acme that has 32 bytes or more";

  private final McpTestServer server;

  private AcmeServer(McpTestServer server) {
    this.server = server;
  }

  /** Application with a bundle. */
  private static final class Acme extends Application<McpConfiguration> {
    private final McpServerBundle bundle;

    Acme(McpServerBundle bundle) {
      this.bundle = bundle;
    }

    @Override
    public String getName() {
      return "acme";
    }

    @Override
    public void initialize(Bootstrap<McpConfiguration> bootstrap) {
      bootstrap.addBundle(bundle);
    }

    @Override
    public void run(McpConfiguration configuration, Environment environment) {
      // The bundle installs the server.
    }
  }

  /** Returns a configuration for signed tokens. */
  static McpConfiguration configuration() {
    McpConfiguration configuration = McpTestServer.configuration();
    configuration.getAuth().setMode(Mode.JWT);
    configuration.getAuth().getJwt().setSecret(SECRET);
    return configuration;
  }

  /** Returns a server with three tools that require different scopes. */
  static McpServerBundle.Builder server() {
    return McpServerBundle.builder()
        .serverInfo(ServerInfo.named("acme"))
        .developmentLogin(new DevelopmentLogin())
        .features(
            FeatureCatalog.of(
                new AcmeTool("note", null),
                new AcmeTool("refund", "acme:refund"),
                new AcmeTool("wipe", "mcp:admin")));
  }

  /** Starts it. */
  static AcmeServer start(McpConfiguration configuration, McpServerBundle.Builder server) {
    return start(configuration, server.build());
  }

  /** Starts it. */
  static AcmeServer start(McpConfiguration configuration, McpServerBundle bundle) {
    return new AcmeServer(McpTestServer.start(new Acme(bundle), configuration));
  }

  /** Runs a command of the application. */
  static void command(McpServerBundle.Builder server, String... arguments) throws Exception {
    new Acme(server.build()).run(arguments);
  }

  String url() {
    return server.baseUri().toString();
  }

  @Override
  public void close() {
    server.close();
  }
}
