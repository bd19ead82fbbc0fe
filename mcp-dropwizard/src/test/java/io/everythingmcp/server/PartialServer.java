package io.everythingmcp.server;

import io.dropwizard.core.Application;
import io.dropwizard.core.ConfiguredBundle;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.logging.common.ExternalLoggingFactory;
import io.dropwizard.testing.DropwizardTestSupport;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.server.assembly.PerTokenSettings;
import io.everythingmcp.server.configuration.AuthConfiguration.Mode;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.web.TemplateBundle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Server with a subset of the bundles, in any order. */
final class PartialServer implements AutoCloseable {
  static final String SECRET = "a secret of a test that has 32 bytes or more";

  private final DropwizardTestSupport<McpConfiguration> support;
  private final McpConfiguration configuration;

  /** The bundles by a letter each. */
  static final class Bundles {
    private final McpBundle mcp;
    private final ResourceServerBundle guard;
    private final TemplateBundle<McpConfiguration> templates = new TemplateBundle<>();

    Bundles(McpServerFactory factory) {
      mcp = new McpBundle(factory);
      guard = new ResourceServerBundle(mcp);
    }

    private ConfiguredBundle<? super McpConfiguration> named(char letter) {
      return switch (letter) {
        case 'V' -> templates;
        case 'M' -> mcp;
        case 'A' -> new AuthorizationServerBundle(mcp, guard, templates, Optional.empty());
        case 'R' -> guard;
        case 'T' -> new TenantBundle(mcp);
        default -> throw new IllegalArgumentException("No bundle " + letter);
      };
    }

    /** Returns the bundles in the order of the letters. */
    List<ConfiguredBundle<? super McpConfiguration>> inOrder(String letters) {
      List<ConfiguredBundle<? super McpConfiguration>> all = new ArrayList<>();
      letters.chars().forEach(letter -> all.add(named((char) letter)));
      return all;
    }
  }

  /** Application with bundles. */
  static final class PartialApplication extends Application<McpConfiguration> {
    private final List<ConfiguredBundle<? super McpConfiguration>> bundles;

    PartialApplication(List<ConfiguredBundle<? super McpConfiguration>> bundles) {
      this.bundles = bundles;
    }

    @Override
    public String getName() {
      return "partial";
    }

    @Override
    public void initialize(Bootstrap<McpConfiguration> bootstrap) {
      bundles.forEach(bootstrap::addBundle);
    }

    @Override
    public void run(McpConfiguration configuration, Environment environment) {
      // Everything is installed by the bundles.
    }
  }

  private PartialServer(
      McpConfiguration configuration, List<ConfiguredBundle<? super McpConfiguration>> bundles)
      throws Exception {
    this.configuration = configuration;
    support =
        new DropwizardTestSupport<>(PartialApplication.class, configuration) {
          @Override
          public Application<McpConfiguration> newApplication() {
            return new PartialApplication(bundles);
          }
        };
    support.before();
  }

  /** Returns a configuration for signed tokens, on a free port. */
  static McpConfiguration configuration() {
    PerTokenSettings settings = new PerTokenSettings();
    McpConfiguration configuration = settings.configuration(settings.choosePort());
    configuration.setLoggingFactory(new ExternalLoggingFactory());
    configuration.getTenants().setDefaultServer(true);
    configuration.getAuth().setMode(Mode.JWT);
    configuration.getAuth().getJwt().setSecret(SECRET);
    return configuration;
  }

  /** Returns a server without features. */
  static McpServerFactory factory() {
    return new McpServerFactory(
            configuration -> new FeatureCatalog(List.of(), List.of(), List.of(), List.of()),
            List.of())
        .allEras();
  }

  /** Starts it. */
  static PartialServer start(
      McpConfiguration configuration, McpServerFactory factory, String letters) throws Exception {
    return new PartialServer(configuration, new Bundles(factory).inOrder(letters));
  }

  String url() {
    return configuration.getBaseUri();
  }

  @Override
  public void close() {
    support.after();
  }
}
