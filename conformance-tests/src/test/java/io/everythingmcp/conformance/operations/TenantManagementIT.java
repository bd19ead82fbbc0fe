package io.everythingmcp.conformance.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.RedisServer;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.ServerProcess;
import io.everythingmcp.conformance.harness.SharedServer;
import io.everythingmcp.conformance.harness.SseStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tenants are added, changed and removed at run time, and removal is complete. */
class TenantManagementIT {
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
  void updateIsNotifiedAndAppliesToSessions() {
    ManagedTenant one = customer("[\"echo\"]");
    ManagedTenant other = customer("[\"echo\"]");
    String mine = one.open(one.path());
    String theirs = other.open(other.path());
    SseStream subscriber = one.openStream(mine);
    SseStream quiet = other.openStream(theirs);
    String body = "{\"name\":\"renamed\",\"features\":{\"tools\":[\"echo\",\"whoAmI\"]}}";
    assertThat(operator().send("PUT", "/tenants/" + one.id(), body).status()).isEqualTo(200);

    subscriber.message(m -> m.path("method").asText().equals("notifications/tools/list_changed"));
    assertThat(one.tools(mine)).containsExactly("echo", "whoAmI");
    assertThat(one.initialize("/mcp").text()).contains("renamed");
    assertThat(other.tools(theirs)).containsExactly("echo");
    assertThat(quiet.arrivedMessages()).isEmpty();
    quiet.close();
  }

  @Test
  void removalEndsItsSessionsOnly() {
    ManagedTenant one = customer("");
    ManagedTenant other = customer("");
    String mine = one.open(one.path());
    String theirs = other.open(other.path());
    SseStream stream = one.openStream(mine);
    JsonNode seen = operator().get("/sessions?tenant=" + one.id()).path("sessions");
    assertThat(seen).hasSize(1);
    assertThat(seen.get(0).path("id").asText()).isEqualTo(mine);
    assertThat(seen.get(0).path("tenant").asText()).isEqualTo(one.id());
    assertThat(operator().get("/sessions?limit=1000").toString()).doesNotContain(mine);
    assertThat(operator().send("DELETE", "/tenants/" + one.id(), "").status()).isEqualTo(204);

    stream.rest();
    assertThat(one.initialize(one.path()).status()).isEqualTo(404);
    assertThat(one.in(mine, one.path(), JsonRpcMessages.request(1, "ping")).send().status())
        .isEqualTo(404);
    assertThat(one.in(mine, "/mcp", JsonRpcMessages.request(1, "ping")).send().status())
        .as("an unknown token, while other tokens identify tenants")
        .isEqualTo(401);
    assertThat(other.in(theirs, other.path(), JsonRpcMessages.request(1, "ping")).send().status())
        .isEqualTo(200);
    assertThat(operator().send("DELETE", "/tenants/" + one.id(), "").status()).isEqualTo(404);
  }

  @Test
  void tokensAreAddedRemovedAndShownOnce() {
    ManagedTenant one = customer("");
    RawResponse made = operator().send("POST", "/tenants/" + one.id() + "/tokens", "");
    assertThat(made.status()).isEqualTo(201);
    String token = made.json().path("token").asText();
    String hint = made.json().path("hint").asText();
    assertThat(token).startsWith(hint).hasSizeGreaterThan(40);
    assertThat(hint).hasSize(8);

    ManagedTenant same = new ManagedTenant(one.id(), token, SERVER::process);
    assertThat(same.initialize(one.path()).status()).isEqualTo(200);
    assertThat(operator().get("/tenants").toString()).contains(hint).doesNotContain(token);
    assertThat(operator().get("/stats").path("registeredTokens").asInt()).isGreaterThan(1);

    String body = "{\"token\":\"" + hint + "\"}";
    assertThat(operator().send("DELETE", "/tenants/" + one.id() + "/tokens", body).status())
        .isEqualTo(204);
    assertThat(same.initialize(one.path()).status()).isEqualTo(404);
    assertThat(one.initialize(one.path()).status()).isEqualTo(200);
    String taken = "{\"id\":\"thief\",\"tokens\":[\"" + one.token() + "\"]}";
    assertThat(operator().send("POST", "/tenants", taken).status()).isEqualTo(409);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"id\":\"UPPER\"}",
        "{\"id\":\"a/b\"}",
        "{\"id\":\"x\",\"colour\":\"red\"}",
        "{\"id\":\"x\",\"tokens\":[\"short\"]}",
        "{\"id\":\"x\",\"tokens\":\"none\"}",
        "{\"id\":\"x\",\"features\":{\"tools\":[\"no-such-tool\"]}}",
        "{\"id\":\"x\",\"quota\":{\"sessions\":-1}}",
        "{\"id\":\"x\",\"quota\":{\"requests\":\"many\"}}"
      })
  void invalidTenantIsRejected(String body) {
    RawResponse refused = operator().send("POST", "/tenants", body);
    assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
    assertThat(refused.json().path("error").asText()).isEqualTo("invalid_request");
  }

  @Test
  void quotaIsNotExceeded() {
    String token = "the-token-of-the-modest";
    operator()
        .send(
            "POST",
            "/tenants",
            "{\"id\":\"modest\",\"tokens\":[\"%s\"],\"quota\":{\"sessions\":2,\"requests\":\"4/1h\"}}"
                .formatted(token));
    ManagedTenant modest = new ManagedTenant("modest", token, SERVER::process);
    assertThat(modest.initialize("/mcp").status()).isEqualTo(200);
    assertThat(modest.initialize("/mcp").status()).isEqualTo(200);
    assertThat(modest.initialize("/mcp").status()).isEqualTo(503);
    assertThat(modest.initialize("/mcp").status()).isEqualTo(503);
    assertThat(modest.initialize("/mcp").status()).isEqualTo(429);
    assertThat(
            SERVER.client().post("/mcp", JsonRpcMessages.initialize(LATEST, "{}")).send().status())
        .isEqualTo(200);
  }

  @Test
  void tenantEventsArePublished() {
    SseStream events = operator().watch();
    ManagedTenant one = customer("[\"echo\"]");
    String session = one.open("/mcp");
    one.in(session, "/mcp", JsonRpcMessages.call(2, "echo", "{'message':'hi'}")).send().text();
    operator().send("PUT", "/tenants/" + one.id(), "{\"version\":\"3\"}");
    operator().send("DELETE", "/tenants/" + one.id(), "");

    String hint = one.token().substring(0, 8);
    JsonNode registered = ManagementClient.await(events, "serverRegistered").path("data");
    assertThat(registered.path("serverName").asText()).isEqualTo(one.id() + " server");
    assertThat(registered.path("token").asText()).isEqualTo(hint);
    assertThat(ManagementClient.await(events, "tokenAdded").path("data").path("token").asText())
        .isEqualTo(hint);
    JsonNode created = ManagementClient.await(events, "sessionCreated").path("data");
    assertThat(created.path("tenant").asText()).isEqualTo(one.id());
    assertThat(created.path("token").asText()).isEqualTo(hint);
    JsonNode called = ManagementClient.await(events, "toolCalled").path("data");
    assertThat(called.path("tenant").asText()).isEqualTo(one.id());
    assertThat(
            ManagementClient.await(events, "serverUpdated")
                .path("data")
                .path("serverVersion")
                .asText())
        .isEqualTo("3");
    assertThat(
            ManagementClient.await(events, "sessionEnded").path("data").path("sessionId").asText())
        .isEqualTo(session);
    ManagementClient.await(events, "tokenRemoved");
    JsonNode removed = ManagementClient.await(events, "serverRemoved").path("data");
    assertThat(removed.path("hadActiveSessions").asBoolean()).isTrue();
    assertThat(events.arrivedMessages().toString()).doesNotContain(one.token());
    events.close();
  }

  @Test
  void clientsGetTheTenantAddress() {
    ManagedTenant one = customer("");
    JsonNode config = operator().get("/tenants/" + one.id() + "/client-config");
    JsonNode server = config.path("mcpServers").path(one.id());
    assertThat(server.path("url").asText()).endsWith(one.path());
    assertThat(server.path("headers").path("Authorization").asText())
        .isEqualTo("Bearer ${MCP_TOKEN}");
    assertThat(config.path("vscode").path("inputs").get(0).path("type").asText())
        .isEqualTo("promptString");
    assertThat(config.path("setupInstructions")).hasSize(3);
  }

  @Test
  void removedTenantsLeaveNothing() {
    int servers = operator().get("/stats").path("activeServers").asInt();
    int tokens = operator().get("/stats").path("registeredTokens").asInt();
    for (int i = 0; i < 100; i++) {
      ManagedTenant one = customer("[\"echo\"]");
      assertThat(one.initialize("/mcp").text()).contains(one.id());
      operator().send("DELETE", "/tenants/" + one.id(), "");
    }
    assertThat(operator().get("/stats").path("activeServers").asInt()).isEqualTo(servers);
    assertThat(operator().get("/stats").path("registeredTokens").asInt()).isEqualTo(tokens);
  }

  @Test
  void everyInstanceSeesTenants() {
    try (RedisServer redis = RedisServer.start()) {
      ServerLaunch launch =
          ServerLaunch.with(
              "STORE",
              "redis",
              "REDIS_URL",
              redis.url(),
              "MANAGEMENT_TOKEN",
              ManagementClient.TOKEN);
      try (ServerProcess here = launch.start();
          ServerProcess there = launch.start()) {
        ManagedTenant one = ManagedTenant.add(() -> here, "[\"echo\"]");
        ManagedTenant elsewhere = new ManagedTenant(one.id(), one.token(), () -> there);
        await()
            .untilAsserted(
                () -> assertThat(elsewhere.initialize("/mcp").text()).contains(one.id()));
        String session = one.open("/mcp");
        assertThat(elsewhere.tools(session)).containsExactly("echo");

        String body = "{\"features\":{\"tools\":[\"echo\",\"whoAmI\"]}}";
        new ManagementClient(there.client()).send("PUT", "/tenants/" + one.id(), body);
        await().untilAsserted(() -> assertThat(one.tools(session)).hasSize(2));
        new ManagementClient(there.client()).send("DELETE", "/tenants/" + one.id(), "");
        await().untilAsserted(() -> assertThat(one.initialize(one.path()).status()).isEqualTo(404));
      }
      try (ServerProcess later = launch.start()) {
        assertThat(new ManagementClient(later.client()).get("/tenants").path("tenants")).isEmpty();
      }
    }
  }
}
