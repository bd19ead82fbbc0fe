package io.everythingmcp.conformance.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.SharedServer;
import io.everythingmcp.conformance.harness.SseStream;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several servers in one process, each on its own path, with its own features and callers. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MountsIT {
  private static final String LATEST = "2025-11-25";
  private static final String KEY = "a-key-for-the-keyed-server";
  private static final String METADATA = "/.well-known/oauth-protected-resource";

  @RegisterExtension
  static final SharedServer SERVER =
      SharedServer.with(
          ServerLaunch.with("JWT_SECRET", SignedTokens.SECRET)
              .config("conformance-tests/src/test/resources/mounts.yml"));

  private static RawResponse initialize(String path, UnaryOperator<RawRequest> credential) {
    return credential
        .apply(SERVER.client().post(path, JsonRpcMessages.initialize(LATEST, "{}")))
        .send();
  }

  private static UnaryOperator<RawRequest> token(String path, String scope) {
    ObjectNode claims = SignedTokens.claims(SERVER.uri().toString(), "alice", scope);
    String token = SignedTokens.signed(claims.put("aud", SERVER.uri() + path));
    return request -> request.header("Authorization", "Bearer " + token);
  }

  private static RawRequest key(RawRequest request) {
    return request.header("X-API-Key", KEY);
  }

  private static RawResponse request(
      String path, UnaryOperator<RawRequest> credential, String method, String params) {
    RawResponse hello = initialize(path, credential);
    assertThat(hello.status()).as(hello.toString()).isEqualTo(200);
    return credential
        .apply(SERVER.client().post(path, JsonRpcMessages.request(2, method, params)))
        .header("Mcp-Session-Id", hello.header("Mcp-Session-Id"))
        .header("MCP-Protocol-Version", LATEST)
        .send();
  }

  private static List<String> names(JsonNode reply, String kind) {
    return StreamSupport.stream(reply.path("result").path(kind).spliterator(), false)
        .map(one -> one.path("name").asText())
        .toList();
  }

  @Test
  void containerErrorsAreJsonRpcErrorsOnlyAtServerPaths() {
    for (String path : List.of("/mcp", "/mcp/brochure")) {
      RawRequest request = SERVER.client().post(path, JsonRpcMessages.request(1, "ping"));
      RawResponse response = request.header("X-Long", "x".repeat(9_000)).send();
      assertThat(response.status()).isEqualTo(431);
      assertThat(response.json().path("jsonrpc").asText()).as(path).isEqualTo("2.0");
    }
    for (String path : List.of("/mcp/", "/mcp/nothing", "/nothing")) {
      RawRequest request = SERVER.client().request("POST", path).body("{}".getBytes(UTF_8));
      RawResponse response = request.header("Content-Type", "=?base64?").send();
      assertThat(response.status()).as(path).isEqualTo(400);
      assertThat(response.json().has("jsonrpc")).as(path).isFalse();
    }
  }

  @Test
  void eachMountIsASeparateServer() {
    JsonNode keyed = initialize("/mcp/team/keyed", MountsIT::key).json().path("result");
    assertThat(keyed.path("serverInfo").path("name").asText()).isEqualTo("Keyed");
    assertThat(keyed.path("serverInfo").path("version").asText()).isEqualTo("2.5");
    assertThat(keyed.path("instructions").asText()).isEqualTo("Bring a key.");
    assertThat(
            names(request("/mcp/team/keyed", MountsIT::key, "tools/list", "{}").reply(), "tools"))
        .containsExactly("echo", "add");
    UnaryOperator<RawRequest> alice = token("/mcp/readonly", "mcp:read");
    assertThat(names(request("/mcp/readonly", alice, "tools/list", "{}").reply(), "tools"))
        .containsExactly("echo");
    assertThat(
            names(request("/mcp", token("/mcp", "mcp:read"), "tools/list", "{}").reply(), "tools"))
        .contains("getTinyImage");
  }

  @Test
  void credentialOfOneMountIsRejectedAtAnother() {
    assertThat(initialize("/mcp", token("/mcp/readonly", "mcp:read")).status()).isEqualTo(401);
    assertThat(initialize("/mcp/readonly", token("/mcp", "mcp:read")).status()).isEqualTo(401);
    assertThat(initialize("/mcp/readonly", MountsIT::key).status()).isEqualTo(401);
    assertThat(initialize("/mcp/team/keyed", token("/mcp", "mcp:read")).status()).isEqualTo(401);
    assertThat(initialize("/mcp/team/keyed", MountsIT::key).status()).isEqualTo(200);
    assertThat(initialize("/mcp/brochure", request -> request).status()).isEqualTo(200);
  }

  @Test
  void sessionOfOneMountIsUnknownAtAnother() {
    UnaryOperator<RawRequest> unauthenticated = request -> request;
    RawResponse hello = initialize("/mcp/brochure", unauthenticated);
    for (String path : List.of("/mcp/brochure", "/mcp/public", "/mcp/team/keyed")) {
      RawResponse list =
          key(SERVER.client().post(path, JsonRpcMessages.request(2, "tools/list")))
              .header("Mcp-Session-Id", hello.header("Mcp-Session-Id"))
              .header("MCP-Protocol-Version", LATEST)
              .send();
      assertThat(list.status()).as(path).isEqualTo(path.equals("/mcp/brochure") ? 200 : 404);
    }
  }

  @Test
  void challengeAndMetadataNameScopesOfTheMount() {
    RawResponse refused = initialize("/mcp/readonly", request -> request);
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.header("WWW-Authenticate"))
        .contains("resource_metadata=\"" + SERVER.uri() + METADATA + "/mcp/readonly\"")
        .contains("scope=\"mcp:read\"");
    JsonNode metadata = SERVER.client().request("GET", METADATA + "/mcp/readonly").send().json();
    assertThat(metadata.path("resource").asText()).isEqualTo(SERVER.uri() + "/mcp/readonly");
    assertThat(metadata.path("authorization_servers").toString())
        .isEqualTo("[\"https://issuer.example\"]");
    assertThat(metadata.path("resource_name").asText()).isEqualTo("Readers");
    assertThat(metadata.path("scopes_supported").toString()).isEqualTo("[\"mcp:read\"]");
    assertThat(initialize("/mcp/team/keyed", request -> request).header("WWW-Authenticate"))
        .startsWith("ApiKey ");
    assertThat(SERVER.client().request("GET", METADATA + "/mcp/team/keyed").send().status())
        .as("no authorization server issues tokens for it")
        .isEqualTo(404);
  }

  @Test
  void onlyScopesOfTheMountCount() {
    String call = "{'name':'echo','arguments':{'message':'x'}}";
    RawResponse refused =
        request("/mcp/readonly", token("/mcp/readonly", "mcp:admin"), "tools/call", call);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.header("WWW-Authenticate"))
        .contains("insufficient_scope", METADATA + "/mcp/readonly", "mcp:write");
    UnaryOperator<RawRequest> unauthenticated = request -> request;
    assertThat(request("/mcp/brochure", unauthenticated, "tools/call", call).status())
        .isEqualTo(403);
    assertThat(request("/mcp/brochure", unauthenticated, "tools/list", "{}").status())
        .isEqualTo(200);
    assertThat(request("/mcp/team/keyed", MountsIT::key, "tools/call", call).status())
        .isEqualTo(200);
  }

  /** Runs last, because it exhausts the quota of a mounted server for an hour. */
  @Test
  @Order(Integer.MAX_VALUE)
  void quotaIsPerMount() {
    UnaryOperator<RawRequest> unauthenticated = request -> request;
    assertThat(initialize("/mcp/public", unauthenticated).status()).isEqualTo(200);
    assertThat(initialize("/mcp/public", unauthenticated).status()).isEqualTo(200);
    assertThat(initialize("/mcp/public", unauthenticated).status())
        .as("a third session")
        .isEqualTo(503);
    for (int i = 0; i < 5; i++) {
      initialize("/mcp/public", unauthenticated);
    }
    assertThat(initialize("/mcp/public", unauthenticated).status())
        .as("rate limit exceeded")
        .isEqualTo(429);
    assertThat(initialize("/mcp/brochure", unauthenticated).status()).isEqualTo(200);
  }

  private static RawResponse openStream(String session) {
    return SERVER
        .client()
        .get("/mcp/listeners")
        .header("Mcp-Session-Id", session)
        .header("MCP-Protocol-Version", LATEST)
        .send();
  }

  @Test
  void streamLimitIsPerMount() {
    UnaryOperator<RawRequest> unauthenticated = request -> request;
    String first = initialize("/mcp/listeners", unauthenticated).header("Mcp-Session-Id");
    String second = initialize("/mcp/listeners", unauthenticated).header("Mcp-Session-Id");
    RawResponse stream = openStream(first);
    assertThat(stream.status()).isEqualTo(200);
    SseStream open = stream.events();
    try {
      RawResponse refused = openStream(second);
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.header("Retry-After")).isNotNull();
      assertThat(refused.text()).contains("quota.streams");
    } finally {
      open.close();
    }
    // An expired session opens no stream and does not count towards the stream limit.
    assertThat(openStream("not-a-session").status()).isIn(404, 503);
    await().until(() -> opens(second));
  }

  private static boolean opens(String session) {
    RawResponse response = openStream(session);
    if (response.status() == 200) {
      response.events().close();
      return true;
    }
    return false;
  }

  @Test
  void hostAndOriginAreCheckedAtMounts() {
    UnaryOperator<RawRequest> evil = request -> request.header("Origin", "https://evil.example");
    assertThat(initialize("/mcp/brochure", evil).status()).isEqualTo(403);
  }

  @Test
  void siblingPathsAreNotFound() {
    assertThat(initialize("/mcp/nowhere", MountsIT::key).status()).isEqualTo(404);
    assertThat(initialize("/mcp/readonly/", MountsIT::key).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "/mcp, Authorization: Bearer YOUR_TOKEN",
    "/mcp/readonly, Authorization: Bearer YOUR_TOKEN",
    "/mcp/team/keyed, X-API-Key: YOUR_KEY",
    "/mcp/public, ''"
  })
  void browserGetsConnectPageOfTheMount(String path, String header) {
    RawResponse page = SERVER.client().get(path).header("Accept", "text/html").send();
    assertThat(page.type()).startsWith("text/html");
    assertThat(page.text()).contains("claude mcp add --transport http ", SERVER.uri() + path);
    if (header.isEmpty()) {
      assertThat(page.text()).doesNotContain("--header");
    } else {
      assertThat(page.text()).contains("--header &quot;" + header + "&quot;");
    }
  }
}
