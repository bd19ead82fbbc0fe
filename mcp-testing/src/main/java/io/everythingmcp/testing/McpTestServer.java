package io.everythingmcp.testing;

import io.dropwizard.core.Application;
import io.dropwizard.logging.common.ExternalLoggingFactory;
import io.dropwizard.testing.DropwizardTestSupport;
import io.everythingmcp.server.McpApplication;
import io.everythingmcp.server.McpServerBundle;
import io.everythingmcp.server.assembly.EmbeddedServerSettings;
import io.everythingmcp.server.configuration.AuthConfiguration.Mode;
import io.everythingmcp.server.configuration.McpConfiguration;
import java.net.URI;

/**
 * A server in the process of the test, on a free port of the loopback interface. Unless the test
 * changes its configuration, no credential is needed and the store is in memory.
 *
 * <pre>
 *   try (McpTestServer server = McpTestServer.start(new AcmeApplication())) {
 *     McpTestClient client = server.client(McpTestClient.Revisions.STATELESS);
 *     assertThat(client.callTool("hello", Map.of("name", "Ada")).text()).isEqualTo("Hello, Ada!");
 *   }
 * </pre>
 */
public final class McpTestServer implements AutoCloseable {
  private final DropwizardTestSupport<McpConfiguration> support;
  private final URI baseUri;

  private McpTestServer(DropwizardTestSupport<McpConfiguration> support, URI baseUri) {
    this.support = support;
    this.baseUri = baseUri;
  }

  /** A configuration without authentication, for a free port and with the store in memory. */
  public static McpConfiguration configuration() {
    EmbeddedServerSettings settings = new EmbeddedServerSettings();
    McpConfiguration configuration = settings.configuration(settings.choosePort());
    configuration.setLoggingFactory(new ExternalLoggingFactory());
    configuration.getTenants().setDefaultServer(true);
    configuration.getAuth().setMode(Mode.NONE);
    return configuration;
  }

  /**
   * Starts an application with {@link #configuration()}.
   *
   * @throws IllegalStateException when it cannot be started
   */
  public static McpTestServer start(Application<McpConfiguration> application) {
    return start(application, configuration());
  }

  /**
   * Starts an application that consists of this bundle, with {@link #configuration()}.
   *
   * @throws IllegalStateException when it cannot be started
   */
  public static McpTestServer start(McpServerBundle bundle) {
    return start(bundle, configuration());
  }

  /**
   * Starts an application that consists of this bundle.
   *
   * @param configuration a configuration of {@link #configuration()}, adapted to the test
   * @throws IllegalStateException if the application cannot be started
   */
  public static McpTestServer start(McpServerBundle bundle, McpConfiguration configuration) {
    return start(new BundleApplication(bundle), configuration);
  }

  /**
   * Starts an application.
   *
   * @param configuration a configuration of {@link #configuration()}, adapted to the test
   * @throws IllegalStateException if the application cannot be started
   */
  public static McpTestServer start(
      Application<McpConfiguration> application, McpConfiguration configuration) {
    DropwizardTestSupport<McpConfiguration> support = new Started(application, configuration);
    try {
      support.before();
    } catch (Exception e) {
      throw new IllegalStateException("The server cannot be started: " + e.getMessage(), e);
    }
    return new McpTestServer(support, URI.create(configuration.getBaseUri()));
  }

  /** The URL of the server, without a slash at its end. */
  public URI baseUri() {
    return baseUri;
  }

  /** The URL of the MCP endpoint. */
  public URI endpoint() {
    return URI.create(baseUri + support.getConfiguration().endpoint().path());
  }

  /** A client of this server that sends no credential. */
  public McpTestClient client(McpTestClient.Revisions revisions) {
    return McpTestClient.connect(endpoint(), revisions);
  }

  /** Stops the server. */
  @Override
  public void close() {
    support.after();
  }

  /** Application that consists of a bundle. */
  private static final class BundleApplication extends McpApplication {
    BundleApplication(McpServerBundle bundle) {
      super(bundle);
    }
  }

  /** Runs an application that exists already. */
  private static final class Started extends DropwizardTestSupport<McpConfiguration> {
    private final Application<McpConfiguration> own;

    Started(Application<McpConfiguration> application, McpConfiguration configuration) {
      super(null, configuration);
      this.own = application;
    }

    @Override
    public Application<McpConfiguration> newApplication() {
      return own;
    }
  }
}
