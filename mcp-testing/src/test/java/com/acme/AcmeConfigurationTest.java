package com.acme;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.hello.DevelopmentLogin;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.testing.DropwizardTestSupport;
import io.everythingmcp.api.auth.VerificationResult;
import io.everythingmcp.server.McpServerBundle;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.testing.McpTestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application with a custom configuration class, read from a file. */
class AcmeConfigurationTest {
  @TempDir private Path folder;
  private Path file;

  /** The configuration of acme. */
  static final class AcmeConfiguration extends McpConfiguration {
    @JsonProperty private String greeting = "";
  }

  /** The application of acme. */
  static final class AcmeApplication extends Application<AcmeConfiguration> {
    private final McpServerBundle bundle;
    private String failure = "";

    AcmeApplication(UnaryOperator<McpServerBundle.Builder> settings) {
      bundle = settings.apply(McpServerBundle.builder()).build();
    }

    @Override
    public void initialize(Bootstrap<AcmeConfiguration> bootstrap) {
      bootstrap.addBundle(bundle);
    }

    @Override
    public void run(AcmeConfiguration configuration, Environment environment) {
      // The bundle installs the server.
    }

    @Override
    protected void onFatalError(Throwable problem) {
      failure = problem.getMessage();
    }
  }

  @BeforeEach
  void choose() {
    file = folder.resolve("acme.yml");
  }

  private void write(String... lines) throws Exception {
    Files.write(file, List.of(lines));
  }

  /** Returns the errors of the command check; empty for a valid configuration. */
  private String checked(UnaryOperator<McpServerBundle.Builder> settings) throws Exception {
    AcmeApplication application = new AcmeApplication(settings);
    application.run("check", file.toString());
    return application.failure;
  }

  @Test
  void customSettingsAreReadAndErrorsReported() throws Exception {
    String server = McpTestServer.configuration().getBaseUri();
    String port = server.replaceFirst(".*:", "");
    write(
        "greeting: Salut",
        "baseUri: " + server,
        "auth: {mode: none}",
        "server: {applicationConnectors: [{type: http, bindHost: 127.0.0.1, port: "
            + port
            + "}],"
            + " adminConnectors: []}");
    DropwizardTestSupport<AcmeConfiguration> support =
        new DropwizardTestSupport<>(AcmeApplication.class, file.toString()) {
          @Override
          public Application<AcmeConfiguration> newApplication() {
            return new AcmeApplication(builder -> builder);
          }
        };
    support.before();
    try {
      assertThat(support.getConfiguration().greeting).isEqualTo("Salut");
      assertThat(new AcmeClient(server, null).initialize().statusCode()).isEqualTo(200);
    } finally {
      support.after();
    }
    write("greeting: Salut", "baseUri: nowhere", "colour: red");
    assertThat(checked(builder -> builder)).contains("baseUri", "nowhere", "colour");
  }

  @Test
  void invalidEndpointPathIsReported() throws Exception {
    for (String wrong : List.of("mcp", "/mcp/", "/mcp/*", "/health", "/token/mcp", "/")) {
      write("auth: {mode: none}", "mcp: {endpointPath: '" + wrong + "'}");
      assertThat(checked(builder -> builder))
          .contains("mcp.endpointPath is '" + wrong + "'", "such as /mcp or /api/mcp");
    }
    write("auth: {mode: none}", "mcp: {endpointPath: /api/mcp}", "mounts: [{path: /api/mcp/x}]");
    assertThat(checked(builder -> builder)).isEmpty();
    write("auth: {mode: none}", "mounts: [{path: /api/mcp/x}]");
    assertThat(checked(builder -> builder.endpointPath("/api/mcp"))).isEmpty();
    assertThat(checked(builder -> builder))
        .contains("mounts[0].path is '/api/mcp/x'; it must be a path below /mcp,");
  }

  @Test
  void loginUsersRequireAnIdentityProvider() throws Exception {
    write("auth: {mode: integrated}");
    assertThat(checked(builder -> builder))
        .contains("auth.mode (AUTH_MODE) is 'integrated'", "no identity provider");
    assertThat(checked(builder -> builder.developmentLogin(new DevelopmentLogin()))).isEmpty();
  }

  @Test
  void modeCustomRequiresAVerifierOrItsName() throws Exception {
    write("auth: {mode: custom}");
    assertThat(checked(builder -> builder)).contains("auth.customClass (AUTH_CUSTOM_CLASS)");
    assertThat(
            checked(
                builder -> builder.tokenVerifier(token -> new VerificationResult.Rejected("No."))))
        .isEmpty();
  }
}
