package com.acme;

import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.logging.common.ExternalLoggingFactory;
import io.dropwizard.testing.DropwizardTestSupport;
import io.everythingmcp.server.McpServerBundle;
import io.everythingmcp.server.config.AuthConfiguration.Mode;
import io.everythingmcp.server.config.EverythingConfiguration;
import io.everythingmcp.server.feature.Catalog;
import io.everythingmcp.server.feature.ServerInfo;
import io.everythingmcp.server.install.PerBearerSettings;
import java.util.List;

/** An application of another package, which installs the bundle and nothing else. */
final class AcmeServer implements AutoCloseable {
  static final String SECRET = "a secret of acme that has 32 bytes or more";

  private final DropwizardTestSupport<EverythingConfiguration> support;
  private final EverythingConfiguration configuration;

  /** An application of a bundle. */
  static final class Acme extends Application<EverythingConfiguration> {
    private final McpServerBundle bundle;

    Acme(McpServerBundle bundle) {
      this.bundle = bundle;
    }

    @Override
    public String getName() {
      return "acme";
    }

    @Override
    public void initialize(Bootstrap<EverythingConfiguration> bootstrap) {
      bootstrap.addBundle(bundle);
    }

    @Override
    public void run(EverythingConfiguration configuration, Environment environment) {
      // The bundle installs the server.
    }
  }

  private AcmeServer(EverythingConfiguration configuration, McpServerBundle bundle)
      throws Exception {
    this.configuration = configuration;
    support =
        new DropwizardTestSupport<>(Acme.class, configuration) {
          @Override
          public Application<EverythingConfiguration> newApplication() {
            return new Acme(bundle);
          }
        };
    support.before();
  }

  /** A configuration for signed tokens, on a port that is free. */
  static EverythingConfiguration configuration() {
    PerBearerSettings settings = new PerBearerSettings();
    EverythingConfiguration configuration = settings.configuration(settings.choosePort());
    configuration.setLoggingFactory(new ExternalLoggingFactory());
    configuration.getTenants().setEverybody(true);
    configuration.getAuth().setMode(Mode.JWT);
    configuration.getAuth().getJwt().setSecret(SECRET);
    return configuration;
  }

  /** A server with three tools, each of which needs another scope. */
  static McpServerBundle.Builder server() {
    return McpServerBundle.builder()
        .serverInfo(ServerInfo.named("acme"))
        .developmentLogin(new AcmeLogin())
        .features(
            new Catalog(
                List.of(
                    new AcmeTool("note", null),
                    new AcmeTool("refund", "acme:refund"),
                    new AcmeTool("wipe", "mcp:admin")),
                List.of(),
                List.of(),
                List.of()));
  }

  /** Starts it. */
  static AcmeServer start(EverythingConfiguration configuration, McpServerBundle.Builder server)
      throws Exception {
    return start(configuration, server.build());
  }

  /** Starts it. */
  static AcmeServer start(EverythingConfiguration configuration, McpServerBundle bundle)
      throws Exception {
    return new AcmeServer(configuration, bundle);
  }

  String url() {
    return configuration.getBaseUri();
  }

  @Override
  public void close() {
    support.after();
  }
}
