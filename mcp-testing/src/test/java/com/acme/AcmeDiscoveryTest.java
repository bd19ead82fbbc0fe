package com.acme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.auth.VerificationResult;
import io.everythingmcp.server.command.ConfigurationReport;
import io.everythingmcp.server.configuration.AuthConfiguration.Mode;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.configuration.tenant.MountConfiguration;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Protected resource metadata exist where an authorization server is known, and only there: MCP
 * requires at least one authorization server in them.
 */
class AcmeDiscoveryTest {
  private static final String METADATA = "/.well-known/oauth-protected-resource";
  private static final String UNKNOWN = "an issuer that clients cannot discover";

  private static HttpResponse<String> get(AcmeServer acme, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(acme.url() + path)).build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private static String challenge(AcmeServer acme, String endpoint) throws Exception {
    HttpResponse<String> refused = AcmeClient.at(acme.url(), endpoint, null).initialize();
    assertThat(refused.statusCode()).isEqualTo(401);
    return refused.headers().firstValue("WWW-Authenticate").orElseThrow();
  }

  private static void hasMetadata(AcmeServer acme, String endpoint) throws Exception {
    assertThat(challenge(acme, endpoint))
        .contains("resource_metadata=\"" + acme.url() + METADATA + endpoint + "\"");
    JsonNode metadata = new ObjectMapper().readTree(get(acme, METADATA + endpoint).body());
    assertThat(metadata.path("authorization_servers")).isNotEmpty();
  }

  private static void hasNoMetadata(AcmeServer acme, String endpoint) throws Exception {
    assertThat(challenge(acme, endpoint)).startsWith("Bearer ").doesNotContain("resource_metadata");
    assertThat(get(acme, METADATA + endpoint).statusCode()).isEqualTo(404);
  }

  private static String report(McpConfiguration configuration) {
    return String.join("\n", new ConfigurationReport(configuration).enabledFeatures());
  }

  @ParameterizedTest
  @CsvSource({"''", "the-issuer-of-acme", "urn:acme:issuer"})
  void tokensOfAnIssuerThatIsNoAddress(String issuer) throws Exception {
    McpConfiguration configuration = AcmeServer.configuration();
    configuration.getAuth().getJwt().setIssuer(issuer);
    try (AcmeServer acme = AcmeServer.start(configuration, AcmeServer.server())) {
      hasNoMetadata(acme, "/mcp");
      assertThat(get(acme, METADATA).statusCode()).isEqualTo(404);
      assertThat(get(acme, METADATA + "/sse").statusCode()).isEqualTo(404);
    }
    assertThat(report(configuration)).contains(UNKNOWN);
  }

  @Test
  void tokensOfAnIssuerWithAnAddress() throws Exception {
    McpConfiguration configuration = AcmeServer.configuration();
    configuration.getAuth().getJwt().setIssuer("https://issuer.example");
    try (AcmeServer acme = AcmeServer.start(configuration, AcmeServer.server())) {
      hasMetadata(acme, "/mcp");
    }
    assertThat(report(configuration)).doesNotContain(UNKNOWN);
  }

  @Test
  void verifierOfTheApplicationAndMountedServersWithTheirOwnModes() throws Exception {
    McpConfiguration configuration = AcmeServer.configuration();
    configuration.getAuth().setMode(Mode.CUSTOM);
    configuration.getAuth().getJwt().setIssuer("https://issuer.example");
    configuration.setMounts(List.of(mount("/signed", "jwt"), mount("/own", "custom")));
    try (AcmeServer acme =
        AcmeServer.start(
            configuration,
            AcmeServer.server().tokenVerifier(token -> new VerificationResult.Rejected("No.")))) {
      hasNoMetadata(acme, "/mcp");
      hasNoMetadata(acme, "/own");
      hasMetadata(acme, "/signed");
    }
    assertThat(report(configuration)).contains(UNKNOWN);
  }

  @Test
  void secondModeThatIsDiscoverable() throws Exception {
    McpConfiguration configuration = AcmeServer.configuration();
    configuration.getAuth().setMode(Mode.JWT);
    configuration.getAuth().setAdditionalModes("integrated");
    try (AcmeServer acme = AcmeServer.start(configuration, AcmeServer.server())) {
      hasMetadata(acme, "/mcp");
    }
    assertThat(report(configuration)).doesNotContain(UNKNOWN);
  }

  private static MountConfiguration mount(String path, String mode) throws Exception {
    MountConfiguration mount = new MountConfiguration();
    mount.setPath(path);
    mount.setAuth(mode);
    mount.setServer((ObjectNode) new ObjectMapper().readTree("{\"name\":\"Mounted\"}"));
    return mount;
  }
}
