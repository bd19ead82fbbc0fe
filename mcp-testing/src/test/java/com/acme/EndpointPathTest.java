package com.acme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.SignedJWT;
import io.everythingmcp.api.event.ServerEvent;
import io.everythingmcp.server.McpServerBundle;
import io.everythingmcp.server.configuration.AuthConfiguration.Mode;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.configuration.tenant.MountConfiguration;
import io.everythingmcp.testing.McpTestClient;
import io.everythingmcp.testing.McpTestServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An application chooses the path of its MCP endpoint; everything derived from it follows. */
class EndpointPathTest {
  private static final String PATH = "/api/v1.0/mcp";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern METADATA = Pattern.compile("resource_metadata=\"([^\"]+)\"");

  private static McpServerBundle.Builder server() {
    return AcmeServer.server().endpointPath(PATH);
  }

  private static McpConfiguration integrated() {
    McpConfiguration configuration = AcmeServer.configuration();
    configuration.getAuth().setMode(Mode.INTEGRATED);
    return configuration;
  }

  private static HttpResponse<String> get(String url, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static ObjectNode object(String json) throws Exception {
    return (ObjectNode) JSON.readTree(json.replace('\'', '"'));
  }

  @ParameterizedTest
  @EnumSource(McpTestClient.Revisions.class)
  void bothErasAreServedAtThePath(McpTestClient.Revisions revisions) throws Exception {
    try (AcmeServer acme = AcmeServer.start(McpTestServer.configuration(), server())) {
      McpTestClient client = McpTestClient.connect(URI.create(acme.url() + PATH), revisions);
      assertThat(client.callTool("note", Map.of()).text()).isEqualTo("note done");
    }
  }

  @Test
  void otherPathIsNotFoundAndTheResponseNamesThePath() throws Exception {
    try (AcmeServer acme = AcmeServer.start(McpTestServer.configuration(), server())) {
      for (String wrong : List.of("/mcp", PATH + "/more", "/api")) {
        HttpResponse<String> response = AcmeClient.at(acme.url(), wrong, null).initialize();
        assertThat(response.statusCode()).as(wrong).isEqualTo(404);
        assertThat(response.body()).contains("Page not found: " + wrong, acme.url() + PATH + ",");
      }
    }
  }

  @Test
  void configurationOverridesTheApplication() throws Exception {
    McpConfiguration configuration = McpTestServer.configuration();
    configuration.getMcp().setEndpointPath("/rpc");
    try (AcmeServer acme = AcmeServer.start(configuration, server())) {
      assertThat(AcmeClient.at(acme.url(), "/rpc", null).call("note")).isEqualTo(200);
      assertThat(AcmeClient.at(acme.url(), PATH, null).call("note")).isEqualTo(404);
    }
  }

  @Test
  void challengeLeadsToATokenForThePath() throws Exception {
    try (AcmeServer acme = AcmeServer.start(integrated(), server())) {
      String endpoint = acme.url() + PATH;
      String challenge =
          AcmeClient.at(acme.url(), PATH, null)
              .initialize()
              .headers()
              .firstValue("WWW-Authenticate")
              .orElseThrow();
      Matcher metadata = METADATA.matcher(challenge);
      assertThat(metadata.find()).as(challenge).isTrue();
      assertThat(metadata.group(1))
          .isEqualTo(acme.url() + "/.well-known/oauth-protected-resource" + PATH);
      JsonNode resource = JSON.readTree(get(metadata.group(1)).body());
      assertThat(resource.path("resource").asText()).isEqualTo(endpoint);
      assertThat(resource.at("/authorization_servers/0").asText()).isEqualTo(acme.url());
      AcmeUser alice = new AcmeUser(acme.url(), acme.url());
      JsonNode token = alice.consentFor("alice", "mcp:read mcp:write", endpoint);
      String access = token.path("access_token").asText();
      assertThat(SignedJWT.parse(access).getJWTClaimsSet().getAudience()).containsExactly(endpoint);
      assertThat(AcmeClient.at(acme.url(), PATH, access).call("note")).isEqualTo(200);
      JsonNode usual = new AcmeUser(acme.url(), acme.url()).consent("bob", "mcp:write");
      assertThat(
              SignedJWT.parse(usual.path("access_token").asText()).getJWTClaimsSet().getAudience())
          .containsExactly(endpoint);
    }
  }

  @Test
  void tokenCommandUsesThePath(@TempDir Path folder) throws Exception {
    McpConfiguration configuration = integrated();
    Path file = folder.resolve("acme.yml");
    Files.writeString(
        file, "baseUri: " + configuration.getBaseUri() + "\nauth: {mode: integrated}\n");
    PrintStream usual = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (AcmeServer acme = AcmeServer.start(configuration, server())) {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      AcmeServer.command(server(), "token", file.toString());
      String token =
          printed
              .toString(StandardCharsets.UTF_8)
              .lines()
              .filter(line -> line.startsWith("ey")) // not the log of the server
              .findFirst()
              .orElseThrow();
      assertThat(AcmeClient.at(acme.url(), PATH, token).call("note")).isEqualTo(200);
    } finally {
      System.setOut(usual);
    }
  }

  @Test
  void otherPathIsNoResource() throws Exception {
    try (AcmeServer acme = AcmeServer.start(integrated(), server())) {
      assertThat(get(acme.url() + "/.well-known/oauth-protected-resource/mcp").statusCode())
          .isEqualTo(404);
      assertThat(
              get(acme.url() + "/authorize?response_type=code&resource=" + acme.url() + "/mcp")
                  .statusCode())
          .isEqualTo(400);
    }
    try (AcmeServer acme = AcmeServer.start(AcmeServer.configuration(), server())) {
      for (String audience : List.of(PATH, "")) {
        String right = AcmeClient.token(acme.url() + audience, "mcp:write");
        assertThat(AcmeClient.at(acme.url(), PATH, right).call("note")).isEqualTo(200);
      }
      String wrong = AcmeClient.token(acme.url() + "/mcp", "mcp:write");
      assertThat(AcmeClient.at(acme.url(), PATH, wrong).call("note")).isEqualTo(401);
    }
  }

  @Test
  void tenantsAndMountedServersFollow() throws Exception {
    McpConfiguration configuration = integrated();
    configuration.getManagement().setToken("a management token of acme, 32 characters");
    configuration.getTenants().setDeclared(List.of(object("{'id':'east','name':'East'}")));
    MountConfiguration mount = new MountConfiguration();
    mount.setPath(PATH + "/billing");
    mount.setServer(object("{'name':'Billing'}"));
    configuration.setMounts(List.of(mount));
    try (AcmeServer acme = AcmeServer.start(configuration, server())) {
      String metadata = acme.url() + "/.well-known/oauth-protected-resource";
      for (String path : List.of("/t/east" + PATH, PATH + "/billing")) {
        assertThat(JSON.readTree(get(metadata + path).body()).path("resource").asText())
            .isEqualTo(acme.url() + path);
      }
      assertThat(get(metadata + "/t/east/mcp").statusCode()).isEqualTo(404);
      String tenant =
          get(
                  acme.url() + "/management/tenants/east",
                  "Authorization",
                  "Bearer a management token of acme, 32 characters")
              .body();
      assertThat(JSON.readTree(tenant).path("url").asText())
          .isEqualTo(acme.url() + "/t/east" + PATH);
      String access =
          new AcmeUser(acme.url(), acme.url())
              .consentFor("alice", "mcp:write", acme.url() + PATH + "/billing")
              .path("access_token")
              .asText();
      assertThat(AcmeClient.at(acme.url(), PATH + "/billing", access).call("note")).isEqualTo(200);
      assertThat(AcmeClient.at(acme.url(), PATH, access).call("note")).isEqualTo(401);
    }
    configuration.getAuth().setMode(Mode.NONE);
    try (AcmeServer acme = AcmeServer.start(configuration, server())) {
      assertThat(AcmeClient.at(acme.url(), "/t/east" + PATH, null).call("note")).isEqualTo(200);
      assertThat(AcmeClient.at(acme.url(), "/t/east/mcp", null).call("note")).isEqualTo(404);
    }
  }

  @Test
  void pagesAndEventsNameThePath() throws Exception {
    CompletableFuture<ServerEvent.Started> started = new CompletableFuture<>();
    McpServerBundle.Builder server = server().onEvent(ServerEvent.Started.class, started::complete);
    try (AcmeServer acme = AcmeServer.start(McpTestServer.configuration(), server)) {
      String endpoint = acme.url() + PATH;
      assertThat(get(acme.url() + "/", "Accept", "text/html").body())
          .contains(endpoint)
          .doesNotContain(acme.url() + "/mcp");
      assertThat(get(endpoint, "Accept", "text/html").body()).contains(endpoint);
      ServerEvent.Started event = started.get(10, TimeUnit.SECONDS);
      assertThat(event.url()).isEqualTo(endpoint);
      assertThat(event.endpoint()).isEqualTo(PATH);
    }
  }
}
