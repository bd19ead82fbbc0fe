package io.everythingmcp.conformance.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SharedServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each address of a server is a protected resource at which a client can log in. */
class AddressesIT {
  @RegisterExtension
  static final SharedServer SERVER =
      SharedServer.with("AUTH_MODE", "integrated", "MANAGEMENT_TOKEN", ManagementCalls.TOKEN);

  private static final String METADATA = "/.well-known/oauth-protected-resource";
  private static final Pattern NAMED = Pattern.compile("resource_metadata=\"([^\"]+)\"");
  private static final String HELLO_REVISION = "2025-11-25";

  @BeforeAll
  static void tenants() {
    for (String body :
        List.of(
            "{\"id\":\"north\",\"subjects\":[\"alice\"]}",
            "{\"id\":\"south\",\"subjects\":[\"bob\"],\"tokens\":[\"the-key-of-the-south\"]}")) {
      RawResponse added = ManagementCalls.send(SERVER.client(), "POST", "/tenants", body);
      assertThat(added.status()).as(added.toString()).isIn(201, 409);
    }
  }

  private static RawRequest initialize(RawClient client, String path, String token) {
    RawRequest request = client.post(path, JsonRpcMessages.initialize(HELLO_REVISION, "{}"));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private static RawResponse initialize(String path, String token) {
    return initialize(SERVER.client(), path, token).send();
  }

  private static String challenged(RawResponse refused) {
    assertThat(refused.status()).as(refused.toString()).isIn(401, 403);
    Matcher matcher = NAMED.matcher(refused.header("WWW-Authenticate"));
    assertThat(matcher.find()).as(refused.toString()).isTrue();
    return matcher.group(1);
  }

  private static String token(String user, String resource) {
    OAuthApplication application = OAuthApplication.open(SERVER.uri());
    Map<String, String> asks = application.parameters();
    asks.put("resource", resource);
    String code = application.authorize(new FormBrowser(SERVER.uri()), user, asks).get("code");
    assertThat(code).as("a code for " + resource).isNotNull();
    return application.redeem(code).json().path("access_token").asText();
  }

  @Test
  void tenantAddressHasMetadataWhetherOrNotItExists() {
    String words = null;
    String challenge = null;
    for (String id : List.of("north", "unknown-id")) {
      String path = "/t/" + id + "/mcp";
      RawResponse refused = initialize(path, null);
      String metadata = challenged(refused);
      assertThat(metadata).isEqualTo(SERVER.uri() + METADATA + path);
      RawResponse document = SERVER.client().request("GET", URI.create(metadata).getPath()).send();
      assertThat(document.status()).isEqualTo(200);
      assertThat(document.json().path("resource").asText()).isEqualTo(SERVER.uri() + path);
      assertThat(document.json().path("authorization_servers").get(0).asText())
          .isEqualTo(SERVER.uri().toString());
      String now = document.text().replace(id, "ID");
      assertThat(words == null || words.equals(now)).as(now).isTrue();
      words = now;
      String asked = refused.header("WWW-Authenticate").replace(id, "ID") + refused.text();
      assertThat(challenge == null || challenge.equals(asked)).as(asked).isTrue();
      challenge = asked;
    }
    for (String none : List.of("/t/north", "/t/UPPER/mcp", "/t/a/b/mcp")) {
      assertThat(SERVER.client().request("GET", METADATA + none).send().status())
          .as(none)
          .isEqualTo(404);
    }
  }

  @Test
  void tenantTokenIsValidAtItsAddressOnly() {
    String north = token("alice", SERVER.uri() + "/t/north/mcp");
    assertThat(initialize("/t/north/mcp", north).status()).isEqualTo(200);
    for (String other : List.of("/mcp", "/t/south/mcp", "/t/unknown-id/mcp")) {
      RawResponse refused = initialize(other, north);
      assertThat(refused.status()).as(other).isEqualTo(401);
      assertThat(refused.header("WWW-Authenticate")).contains("invalid_token", METADATA + other);
    }
    assertThat(
            SERVER.client().get("/sse").header("Authorization", "Bearer " + north).send().status())
        .isEqualTo(401);
  }

  @Test
  void serverTokenIsValidWhereItsOwnerIsAMember() {
    String whole = token("alice", SERVER.uri() + "/mcp");
    assertThat(initialize("/mcp", whole).status()).isEqualTo(200);
    assertThat(initialize("/t/north/mcp", whole).status()).isEqualTo(200);
    RawResponse foreign = initialize("/t/south/mcp", whole);
    RawResponse missing = initialize("/t/unknown-id/mcp", whole);
    assertThat(foreign.status()).isEqualTo(404);
    assertThat(missing.status()).isEqualTo(404);
    assertThat(foreign.text()).isEqualTo(missing.text());
  }

  @Test
  void tokenForAMissingTenantIsRejected() {
    String unauthenticated = token("alice", SERVER.uri() + "/t/unknown-id/mcp");
    String south = token("alice", SERVER.uri() + "/t/south/mcp");
    RawResponse missing = initialize("/t/unknown-id/mcp", unauthenticated);
    RawResponse foreign = initialize("/t/south/mcp", south);
    assertThat(missing.status()).isEqualTo(404);
    assertThat(foreign.status()).isEqualTo(404);
    assertThat(foreign.text()).isEqualTo(missing.text());
  }

  @Test
  void insufficientScopeAtATenantNamesItsMetadata() {
    String token = token("alice", SERVER.uri() + "/t/north/mcp");
    String session = initialize("/t/north/mcp", token).header("Mcp-Session-Id");
    RawResponse refused =
        SERVER
            .client()
            .post("/t/north/mcp", JsonRpcMessages.call(2, "addTool", "{}"))
            .header("Authorization", "Bearer " + token)
            .header("Mcp-Session-Id", session)
            .send();
    assertThat(refused.status()).isEqualTo(403);
    assertThat(challenged(refused)).isEqualTo(SERVER.uri() + METADATA + "/t/north/mcp");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%74/north/mcp", "/t/%6eorth/mcp", "/t/north/%6dcp"})
  void otherSpellingsAreTheSamePath(String path) {
    assertThat(challenged(initialize(path, null))).endsWith(METADATA + "/t/north/mcp");
    assertThat(initialize(path, token("bob", SERVER.uri() + "/mcp")).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]"})
  void loopbackNamesAreEquivalentAndMetadataFollowsTheUsedOne(String name) {
    String host = name + ":" + SERVER.uri().getPort();
    for (String path : List.of("/mcp", "/t/north/mcp")) {
      RawResponse refused = initialize(SERVER.client(), path, null).header("Host", host).send();
      assertThat(challenged(refused)).isEqualTo("http://" + host + METADATA + path);
      JsonNode document =
          SERVER.client().request("GET", METADATA + path).header("Host", host).send().json();
      assertThat(document.path("resource").asText()).isEqualTo("http://" + host + path);
      assertThat(document.path("authorization_servers").get(0).asText())
          .isEqualTo(SERVER.uri().toString());
    }
    String whole = token("alice", "http://" + host + "/mcp");
    String tenant = token("alice", "http://" + host + "/t/north/mcp");
    for (String other : List.of("localhost", "127.0.0.1", "[::1]")) {
      String there = other + ":" + SERVER.uri().getPort();
      assertThat(initialize(SERVER.client(), "/mcp", whole).header("Host", there).send().status())
          .isEqualTo(200);
      RawRequest request =
          initialize(SERVER.client(), "/t/north/mcp", tenant).header("Host", there);
      assertThat(request.send().status()).isEqualTo(200);
    }
  }

  @Test
  void otherHostsAndPortsAreNotFollowed() {
    for (String host : List.of("evil.example", "localhost:1", "127.0.0.1.evil.example")) {
      JsonNode document =
          SERVER.client().request("GET", METADATA + "/mcp").header("Host", host).send().json();
      assertThat(document.path("resource").asText()).isEqualTo(SERVER.uri() + "/mcp");
    }
  }

  @Test
  void multipleCredentialsAreRejected() {
    String good = token("alice", SERVER.uri() + "/mcp");
    for (String path : List.of("/mcp", "/t/south/mcp", "/sse")) {
      for (String key : List.of("the-key-of-the-south", "a-key-that-is-not-known")) {
        RawRequest both =
            path.equals("/sse")
                ? SERVER.client().get(path).header("Authorization", "Bearer " + good)
                : initialize(SERVER.client(), path, good);
        RawResponse refused = both.header("X-API-Key", key).send();
        assertThat(refused.status()).as(path).isEqualTo(400);
        assertThat(refused.json().path("error").asText()).isEqualTo("invalid_request");
      }
    }
    RawRequest one =
        SERVER.client().post("/t/south/mcp", JsonRpcMessages.initialize(HELLO_REVISION, "{}"));
    assertThat(one.header("X-API-Key", "the-key-of-the-south").send().status()).isEqualTo(200);
  }
}
