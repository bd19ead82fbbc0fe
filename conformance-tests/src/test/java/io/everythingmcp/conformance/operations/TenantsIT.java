package io.everythingmcp.conformance.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.ServerProcess;
import io.everythingmcp.conformance.harness.SharedServer;
import io.everythingmcp.conformance.harness.SseStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Different callers get different servers, which are isolated from each other. */
class TenantsIT {
  private static final String LATEST = "2025-11-25";

  @RegisterExtension
  static final SharedServer SERVER =
      SharedServer.with("MANAGEMENT_TOKEN", ManagementClient.TOKEN, "KEEP_ALIVE", "1s");

  private static ManagementClient operator() {
    return new ManagementClient(SERVER.client());
  }

  private static ManagedTenant customer(String tools) {
    return ManagedTenant.add(SERVER::process, tools);
  }

  @Test
  void tokenIdentifiesATenant() {
    ManagedTenant one = customer("[\"echo\"]");
    ManagedTenant other = customer("[\"echo\",\"getTinyImage\"]");
    for (String path : List.of("/mcp", one.path())) {
      JsonNode shook = one.initialize(path).json().path("result");
      assertThat(shook.path("serverInfo").path("name").asText()).isEqualTo(one.id() + " server");
      assertThat(shook.path("serverInfo").path("version").asText()).isEqualTo("2.0");
      assertThat(shook.path("instructions").asText()).isEqualTo("for " + one.id());
    }
    assertThat(one.tools(one.open("/mcp"))).containsExactly("echo");
    assertThat(other.tools(other.open(other.path())))
        .containsExactlyInAnyOrder("echo", "getTinyImage");

    RawResponse defaultServer =
        SERVER.client().post("/mcp", JsonRpcMessages.initialize(LATEST, "{}")).send();
    assertThat(defaultServer.json().path("result").path("serverInfo").path("name").asText())
        .isEqualTo("everything-server");
  }

  @ParameterizedTest
  @ValueSource(strings = {"integrated", "api_key"})
  void tokenIdentifiesATenantWithRequiredAuthentication(String mode) {
    try (ServerProcess server =
        ServerLaunch.with(
                "AUTH_MODE",
                mode,
                "API_KEYS",
                "a-key-of-another-one",
                "MANAGEMENT_TOKEN",
                ManagementClient.TOKEN)
            .start()) {
      ManagedTenant one = ManagedTenant.add(() -> server, "[\"echo\"]");
      for (String path : List.of("/mcp", one.path())) {
        assertThat(one.tools(one.open(path))).containsExactly("echo");
        RawRequest unauthenticated =
            server.client().post(path, JsonRpcMessages.initialize(LATEST, "{}"));
        assertThat(unauthenticated.send().status()).as(path).isEqualTo(401);
        RawRequest wrong = server.client().post(path, JsonRpcMessages.initialize(LATEST, "{}"));
        assertThat(wrong.header("Authorization", "Bearer " + one.token() + "x").send().status())
            .as(path)
            .isEqualTo(401);
      }
      assertThat(
              server
                  .client()
                  .get("/sse")
                  .header("Authorization", "Bearer " + one.token())
                  .send()
                  .status())
          .isEqualTo(401);
      assertThat(one.initialize("/t/customer-unknown/mcp").status()).isEqualTo(404);
    }
  }

  @Test
  void statelessRequestsAreResolvedAlike() {
    ManagedTenant one = customer("[\"echo\"]");
    String meta =
        "'_meta':{'io.modelcontextprotocol/protocolVersion':'2026-07-28',"
            + "'io.modelcontextprotocol/clientCapabilities':{}}";
    JsonNode discovered =
        one.post(one.path(), JsonRpcMessages.request(1, "server/discover", "{" + meta + "}"))
            .header("MCP-Protocol-Version", "2026-07-28")
            .header("Mcp-Method", "server/discover")
            .send()
            .json();
    assertThat(discovered.path("result").path("instructions").asText())
        .isEqualTo("for " + one.id());
    assertThat(discovered.toString())
        .contains(one.id() + " server")
        .doesNotContain("everything-server");
    JsonNode listed =
        one.post("/mcp", JsonRpcMessages.request(1, "tools/list", "{" + meta + "}"))
            .header("MCP-Protocol-Version", "2026-07-28")
            .header("Mcp-Method", "tools/list")
            .send()
            .json();
    assertThat(ManagedTenant.names(listed)).containsExactly("echo");
  }

  @Test
  void pathNamesATenantAndRequiresMembership() {
    ManagedTenant one = customer("");
    ManagedTenant other = customer("");
    assertThat(one.initialize(other.path()).status()).isEqualTo(404);
    assertThat(one.initialize("/t/unknown-id/mcp").status()).isEqualTo(404);
    assertThat(one.initialize("/t/" + one.id() + "/other").status()).isEqualTo(404);
    RawRequest wrong =
        SERVER
            .client()
            .post(one.path(), JsonRpcMessages.initialize(LATEST, "{}"))
            .header("Authorization", "Bearer a-token-of-another-one");
    assertThat(wrong.send().status()).isEqualTo(404);
    for (String path : List.of(one.path(), "/t/unknown-id/mcp")) {
      RawResponse none =
          SERVER.client().post(path, JsonRpcMessages.initialize(LATEST, "{}")).send();
      assertThat(none.status()).isEqualTo(401);
      assertThat(none.header("WWW-Authenticate")).startsWith("Bearer");
    }
    RawRequest key =
        SERVER
            .client()
            .post(one.path(), JsonRpcMessages.initialize(LATEST, "{}"))
            .header("X-API-Key", one.token());
    assertThat(key.send().status()).isEqualTo(200);
    RawRequest foreign = one.post(one.path(), JsonRpcMessages.initialize(LATEST, "{}"));
    assertThat(foreign.header("Host", "evil.example").send().status()).isEqualTo(403);
  }

  @Test
  void tenantWithoutTokensIsOpenIfTheServerIs() {
    String body = "{\"id\":\"open-house\",\"features\":{\"tools\":[\"echo\"],\"prompts\":[]}}";
    operator().send("POST", "/tenants", body);
    RawResponse open =
        SERVER.client().post("/t/open-house/mcp", JsonRpcMessages.initialize(LATEST, "{}")).send();
    assertThat(open.json().path("result").path("serverInfo").path("name").asText())
        .isEqualTo("open-house");
  }

  @Test
  void tenantsAreIsolated() {
    ManagedTenant one = customer("[\"echo\"]");
    ManagedTenant other = customer("");
    String mine = one.open(one.path());
    String theirs = other.open(other.path());

    assertThat(other.in(mine, other.path(), JsonRpcMessages.request(1, "ping")).send().status())
        .isEqualTo(404);
    assertThat(other.in(mine, "/mcp", JsonRpcMessages.request(1, "ping")).send().status())
        .isEqualTo(404);
    RawRequest unauthenticated =
        SERVER
            .client()
            .post("/mcp", JsonRpcMessages.request(1, "ping"))
            .header("Mcp-Session-Id", mine);
    assertThat(unauthenticated.send().status()).isEqualTo(404);
    assertThat(
            one.in("tenant/" + one.id(), "/mcp", JsonRpcMessages.request(1, "ping"))
                .send()
                .status())
        .isEqualTo(404);
    RawRequest end =
        SERVER
            .client()
            .request("DELETE", other.path())
            .header("Authorization", "Bearer " + other.token())
            .header("Mcp-Session-Id", mine);
    assertThat(end.send().status()).isEqualTo(404);
    assertThat(one.in(mine, one.path(), JsonRpcMessages.request(1, "ping")).send().status())
        .isEqualTo(200);

    JsonNode hidden = one.request(mine, "tools/call", "{'name':'getTinyImage','arguments':{}}");
    assertThat(hidden.path("error").path("code").asInt()).isEqualTo(-32602);
    JsonNode seen = other.request(theirs, "tools/call", "{'name':'getTinyImage','arguments':{}}");
    assertThat(seen.has("result")).isTrue();
  }

  @Test
  void toggledFeatureOfATenantIsNeitherVisibleNorNotifiedElsewhere() {
    ManagedTenant one = customer("");
    ManagedTenant other = customer("");
    String mine = one.open(one.path());
    String theirs = other.open(other.path());
    SseStream subscriber = one.openStream(mine);
    SseStream quiet = other.openStream(theirs);
    int before = one.tools(mine).size();

    one.request(mine, "tools/call", "{'name':'addTool','arguments':{}}");

    subscriber.message(m -> m.path("method").asText().equals("notifications/tools/list_changed"));
    assertThat(one.tools(mine)).hasSize(before + 1);
    assertThat(other.tools(theirs)).hasSize(before);
    other.request(theirs, "tools/call", "{'name':'echo','arguments':{'message':'x'}}");
    assertThat(quiet.arrivedMessages()).isEmpty();
    subscriber.close();
    quiet.close();
  }
}
