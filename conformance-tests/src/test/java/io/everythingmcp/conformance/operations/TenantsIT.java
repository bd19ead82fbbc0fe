package io.everythingmcp.conformance.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.RedisServer;
import io.everythingmcp.conformance.harness.Rpc;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.ServerProcess;
import io.everythingmcp.conformance.harness.SharedServer;
import io.everythingmcp.conformance.harness.SseStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Different callers get different servers, and none of them sees anything of another. */
class TenantsIT {
  private static final String LATEST = "2025-11-25";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @RegisterExtension
  static final SharedServer SERVER =
      SharedServer.with("MANAGEMENT_TOKEN", Operator.TOKEN, "KEEP_ALIVE", "1s");

  private static Operator operator() {
    return new Operator(SERVER.client());
  }

  /** A tenant that exists, with a token of its own. */
  private record Customer(String id, String token, Supplier<ServerProcess> server) {

    static Customer add(Supplier<ServerProcess> server, String tools) {
      String id = "customer-" + NUMBER.incrementAndGet();
      String token = id + "-a-token-nobody-guesses";
      String features = tools.isEmpty() ? "" : ",\"features\":{\"tools\":" + tools + "}";
      String body =
          "{\"id\":\"%s\",\"name\":\"%s server\",\"version\":\"2.0\",\"instructions\":\"for %s\",\"tokens\":[\"%s\"]%s}"
              .formatted(id, id, id, token, features);
      RawResponse added = new Operator(server.get().client()).send("POST", "/tenants", body);
      assertThat(added.status()).as(added.toString()).isEqualTo(201);
      assertThat(added.text()).doesNotContain(token);
      return new Customer(id, token, server);
    }

    String path() {
      return "/t/" + id + "/mcp";
    }

    RawRequest post(String path, Object message) {
      return server.get().client().post(path, message).header("Authorization", "Bearer " + token);
    }

    RawResponse initialize(String path) {
      return post(path, Rpc.initialize(LATEST, "{}")).send();
    }

    /** A session; gives its id. */
    String open(String path) {
      RawResponse response = initialize(path);
      assertThat(response.status()).as(response.toString()).isEqualTo(200);
      String session = response.header("Mcp-Session-Id");
      in(session, path, Rpc.notification("notifications/initialized")).send();
      return session;
    }

    RawRequest in(String session, String path, Object message) {
      return post(path, message)
          .header("Mcp-Session-Id", session)
          .header("MCP-Protocol-Version", LATEST);
    }

    JsonNode ask(String session, String method, String params) {
      return in(session, path(), Rpc.request(1, method, params)).send().reply();
    }

    List<String> tools(String session) {
      return names(ask(session, "tools/list", "{}"));
    }

    SseStream listen(String session) {
      return server
          .get()
          .client()
          .get(path())
          .header("Authorization", "Bearer " + token)
          .header("Mcp-Session-Id", session)
          .header("MCP-Protocol-Version", LATEST)
          .send()
          .events();
    }
  }

  private static Customer customer(String tools) {
    return Customer.add(SERVER::process, tools);
  }

  private static List<String> names(JsonNode answer) {
    return StreamSupport.stream(answer.path("result").path("tools").spliterator(), false)
        .map(tool -> tool.path("name").asText())
        .toList();
  }

  @Test
  void aTokenLeadsToAServerOfItsOwn() {
    Customer one = customer("[\"echo\"]");
    Customer other = customer("[\"echo\",\"getTinyImage\"]");
    for (String path : List.of("/mcp", one.path())) {
      JsonNode shook = one.initialize(path).json().path("result");
      assertThat(shook.path("serverInfo").path("name").asText()).isEqualTo(one.id() + " server");
      assertThat(shook.path("serverInfo").path("version").asText()).isEqualTo("2.0");
      assertThat(shook.path("instructions").asText()).isEqualTo("for " + one.id());
    }
    assertThat(one.tools(one.open("/mcp"))).containsExactly("echo");
    assertThat(other.tools(other.open(other.path())))
        .containsExactlyInAnyOrder("echo", "getTinyImage");

    RawResponse everybody = SERVER.client().post("/mcp", Rpc.initialize(LATEST, "{}")).send();
    assertThat(everybody.json().path("result").path("serverInfo").path("name").asText())
        .isEqualTo("everything-server");
  }

  @ParameterizedTest
  @ValueSource(strings = {"integrated", "api_key"})
  void aTokenLeadsThereWhereOthersMustAuthenticate(String mode) {
    try (ServerProcess server =
        ServerLaunch.with(
                "AUTH_MODE",
                mode,
                "API_KEYS",
                "a-key-of-somebody-else",
                "MANAGEMENT_TOKEN",
                Operator.TOKEN)
            .start()) {
      Customer one = Customer.add(() -> server, "[\"echo\"]");
      for (String path : List.of("/mcp", one.path())) {
        assertThat(one.tools(one.open(path))).containsExactly("echo");
        RawRequest nobody = server.client().post(path, Rpc.initialize(LATEST, "{}"));
        assertThat(nobody.send().status()).as(path).isEqualTo(401);
        RawRequest wrong = server.client().post(path, Rpc.initialize(LATEST, "{}"));
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
      assertThat(one.initialize("/t/customer-of-nobody/mcp").status()).isEqualTo(404);
    }
  }

  @Test
  void withoutSessionsItIsTheSame() {
    Customer one = customer("[\"echo\"]");
    String meta =
        "'_meta':{'io.modelcontextprotocol/protocolVersion':'2026-07-28',"
            + "'io.modelcontextprotocol/clientCapabilities':{}}";
    JsonNode discovered =
        one.post(one.path(), Rpc.request(1, "server/discover", "{" + meta + "}"))
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
        one.post("/mcp", Rpc.request(1, "tools/list", "{" + meta + "}"))
            .header("MCP-Protocol-Version", "2026-07-28")
            .header("Mcp-Method", "tools/list")
            .send()
            .json();
    assertThat(names(listed)).containsExactly("echo");
  }

  @Test
  void thePathNamesATenantAndTheCredentialMustBelongToIt() {
    Customer one = customer("");
    Customer other = customer("");
    assertThat(one.initialize(other.path()).status()).isEqualTo(404);
    assertThat(one.initialize("/t/nobody/mcp").status()).isEqualTo(404);
    assertThat(one.initialize("/t/" + one.id() + "/other").status()).isEqualTo(404);
    RawRequest wrong =
        SERVER
            .client()
            .post(one.path(), Rpc.initialize(LATEST, "{}"))
            .header("Authorization", "Bearer a-token-of-somebody-else");
    assertThat(wrong.send().status()).isEqualTo(404);
    for (String path : List.of(one.path(), "/t/nobody/mcp")) {
      RawResponse none = SERVER.client().post(path, Rpc.initialize(LATEST, "{}")).send();
      assertThat(none.status()).isEqualTo(401);
      assertThat(none.header("WWW-Authenticate")).startsWith("Bearer");
    }
    RawRequest key =
        SERVER
            .client()
            .post(one.path(), Rpc.initialize(LATEST, "{}"))
            .header("X-API-Key", one.token());
    assertThat(key.send().status()).isEqualTo(200);
    RawRequest foreign = one.post(one.path(), Rpc.initialize(LATEST, "{}"));
    assertThat(foreign.header("Host", "evil.example").send().status()).isEqualTo(403);
  }

  @Test
  void aTenantWithoutTokensIsOpenWhereTheServerIs() {
    String body = "{\"id\":\"open-house\",\"features\":{\"tools\":[\"echo\"],\"prompts\":[]}}";
    operator().send("POST", "/tenants", body);
    RawResponse open =
        SERVER.client().post("/t/open-house/mcp", Rpc.initialize(LATEST, "{}")).send();
    assertThat(open.json().path("result").path("serverInfo").path("name").asText())
        .isEqualTo("open-house");
  }

  @Test
  void nothingOfATenantIsThereForAnother() {
    Customer one = customer("[\"echo\"]");
    Customer other = customer("");
    String mine = one.open(one.path());
    String theirs = other.open(other.path());

    assertThat(other.in(mine, other.path(), Rpc.request(1, "ping")).send().status()).isEqualTo(404);
    assertThat(other.in(mine, "/mcp", Rpc.request(1, "ping")).send().status()).isEqualTo(404);
    RawRequest nobody =
        SERVER.client().post("/mcp", Rpc.request(1, "ping")).header("Mcp-Session-Id", mine);
    assertThat(nobody.send().status()).isEqualTo(404);
    assertThat(one.in("tenant/" + one.id(), "/mcp", Rpc.request(1, "ping")).send().status())
        .isEqualTo(404);
    RawRequest end =
        SERVER
            .client()
            .request("DELETE", other.path())
            .header("Authorization", "Bearer " + other.token())
            .header("Mcp-Session-Id", mine);
    assertThat(end.send().status()).isEqualTo(404);
    assertThat(one.in(mine, one.path(), Rpc.request(1, "ping")).send().status()).isEqualTo(200);

    JsonNode hidden = one.ask(mine, "tools/call", "{'name':'getTinyImage','arguments':{}}");
    assertThat(hidden.path("error").path("code").asInt()).isEqualTo(-32602);
    JsonNode seen = other.ask(theirs, "tools/call", "{'name':'getTinyImage','arguments':{}}");
    assertThat(seen.has("result")).isTrue();
  }

  @Test
  void whatATenantSwitchesOnIsOnForNobodyElseAndNobodyElseIsTold() {
    Customer one = customer("");
    Customer other = customer("");
    String mine = one.open(one.path());
    String theirs = other.open(other.path());
    SseStream told = one.listen(mine);
    SseStream quiet = other.listen(theirs);
    int before = one.tools(mine).size();

    one.ask(mine, "tools/call", "{'name':'addTool','arguments':{}}");

    told.message(m -> m.path("method").asText().equals("notifications/tools/list_changed"));
    assertThat(one.tools(mine)).hasSize(before + 1);
    assertThat(other.tools(theirs)).hasSize(before);
    other.ask(theirs, "tools/call", "{'name':'echo','arguments':{'message':'x'}}");
    assertThat(quiet.arrivedMessages()).isEmpty();
    told.close();
    quiet.close();
  }

  @Test
  void anUpdateIsToldToItsClientsAndSeenByTheirSessions() {
    Customer one = customer("[\"echo\"]");
    Customer other = customer("[\"echo\"]");
    String mine = one.open(one.path());
    String theirs = other.open(other.path());
    SseStream told = one.listen(mine);
    SseStream quiet = other.listen(theirs);
    String body = "{\"name\":\"renamed\",\"features\":{\"tools\":[\"echo\",\"whoAmI\"]}}";
    assertThat(operator().send("PUT", "/tenants/" + one.id(), body).status()).isEqualTo(200);

    told.message(m -> m.path("method").asText().equals("notifications/tools/list_changed"));
    assertThat(one.tools(mine)).containsExactly("echo", "whoAmI");
    assertThat(one.initialize("/mcp").text()).contains("renamed");
    assertThat(other.tools(theirs)).containsExactly("echo");
    assertThat(quiet.arrivedMessages()).isEmpty();
    quiet.close();
  }

  @Test
  void aRemovalEndsItsSessionsAndNoOthers() {
    Customer one = customer("");
    Customer other = customer("");
    String mine = one.open(one.path());
    String theirs = other.open(other.path());
    SseStream stream = one.listen(mine);
    JsonNode seen = operator().get("/sessions?tenant=" + one.id()).path("sessions");
    assertThat(seen).hasSize(1);
    assertThat(seen.get(0).path("id").asText()).isEqualTo(mine);
    assertThat(seen.get(0).path("tenant").asText()).isEqualTo(one.id());
    assertThat(operator().get("/sessions?limit=1000").toString()).doesNotContain(mine);
    assertThat(operator().send("DELETE", "/tenants/" + one.id(), "").status()).isEqualTo(204);

    stream.rest();
    assertThat(one.initialize(one.path()).status()).isEqualTo(404);
    assertThat(one.in(mine, "/mcp", Rpc.request(1, "ping")).send().status()).isEqualTo(404);
    assertThat(other.in(theirs, other.path(), Rpc.request(1, "ping")).send().status())
        .isEqualTo(200);
    assertThat(operator().send("DELETE", "/tenants/" + one.id(), "").status()).isEqualTo(404);
  }

  @Test
  void tokensComeAndGoAndAreShownOnce() {
    Customer one = customer("");
    RawResponse made = operator().send("POST", "/tenants/" + one.id() + "/tokens", "");
    assertThat(made.status()).isEqualTo(201);
    String token = made.json().path("token").asText();
    String hint = made.json().path("hint").asText();
    assertThat(token).startsWith(hint).hasSizeGreaterThan(40);
    assertThat(hint).hasSize(8);

    Customer same = new Customer(one.id(), token, SERVER::process);
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
  void aTenantThatMakesNoSenseIsRefused(String body) {
    RawResponse refused = operator().send("POST", "/tenants", body);
    assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
    assertThat(refused.json().path("error").asText()).isEqualTo("invalid_request");
  }

  @Test
  void aQuotaIsReachedAndNotExceeded() {
    String token = "the-token-of-the-modest";
    operator()
        .send(
            "POST",
            "/tenants",
            "{\"id\":\"modest\",\"tokens\":[\"%s\"],\"quota\":{\"sessions\":2,\"requests\":\"4/1h\"}}"
                .formatted(token));
    Customer modest = new Customer("modest", token, SERVER::process);
    assertThat(modest.initialize("/mcp").status()).isEqualTo(200);
    assertThat(modest.initialize("/mcp").status()).isEqualTo(200);
    assertThat(modest.initialize("/mcp").status()).isEqualTo(503);
    assertThat(modest.initialize("/mcp").status()).isEqualTo(503);
    assertThat(modest.initialize("/mcp").status()).isEqualTo(429);
    assertThat(SERVER.client().post("/mcp", Rpc.initialize(LATEST, "{}")).send().status())
        .isEqualTo(200);
  }

  @Test
  void operatorsSeeWhatHappensToTenants() {
    SseStream events = operator().watch();
    Customer one = customer("[\"echo\"]");
    String session = one.open("/mcp");
    one.in(session, "/mcp", Rpc.call(2, "echo", "{'message':'hi'}")).send().text();
    operator().send("PUT", "/tenants/" + one.id(), "{\"version\":\"3\"}");
    operator().send("DELETE", "/tenants/" + one.id(), "");

    String hint = one.token().substring(0, 8);
    JsonNode registered = Operator.await(events, "serverRegistered").path("data");
    assertThat(registered.path("serverName").asText()).isEqualTo(one.id() + " server");
    assertThat(registered.path("token").asText()).isEqualTo(hint);
    assertThat(Operator.await(events, "tokenAdded").path("data").path("token").asText())
        .isEqualTo(hint);
    JsonNode created = Operator.await(events, "sessionCreated").path("data");
    assertThat(created.path("tenant").asText()).isEqualTo(one.id());
    assertThat(created.path("token").asText()).isEqualTo(hint);
    JsonNode called = Operator.await(events, "toolCalled").path("data");
    assertThat(called.path("tenant").asText()).isEqualTo(one.id());
    assertThat(Operator.await(events, "serverUpdated").path("data").path("serverVersion").asText())
        .isEqualTo("3");
    assertThat(Operator.await(events, "sessionEnded").path("data").path("sessionId").asText())
        .isEqualTo(session);
    Operator.await(events, "tokenRemoved");
    JsonNode removed = Operator.await(events, "serverRemoved").path("data");
    assertThat(removed.path("hadActiveSessions").asBoolean()).isTrue();
    assertThat(events.arrivedMessages().toString()).doesNotContain(one.token());
    events.close();
  }

  @Test
  void clientsAreToldWhereToGo() {
    Customer one = customer("");
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
  void manyComeAndGoAndNothingIsLeft() {
    int servers = operator().get("/stats").path("activeServers").asInt();
    int tokens = operator().get("/stats").path("registeredTokens").asInt();
    for (int i = 0; i < 100; i++) {
      Customer one = customer("[\"echo\"]");
      assertThat(one.initialize("/mcp").text()).contains(one.id());
      operator().send("DELETE", "/tenants/" + one.id(), "");
    }
    assertThat(operator().get("/stats").path("activeServers").asInt()).isEqualTo(servers);
    assertThat(operator().get("/stats").path("registeredTokens").asInt()).isEqualTo(tokens);
  }

  @Test
  void everyInstanceKnowsThem() {
    try (RedisServer redis = RedisServer.start()) {
      ServerLaunch launch =
          ServerLaunch.with(
              "STORE", "redis", "REDIS_URL", redis.url(), "MANAGEMENT_TOKEN", Operator.TOKEN);
      try (ServerProcess here = launch.start();
          ServerProcess there = launch.start()) {
        Customer one = Customer.add(() -> here, "[\"echo\"]");
        Customer elsewhere = new Customer(one.id(), one.token(), () -> there);
        await()
            .untilAsserted(
                () -> assertThat(elsewhere.initialize("/mcp").text()).contains(one.id()));
        String session = one.open("/mcp");
        assertThat(elsewhere.tools(session)).containsExactly("echo");

        String body = "{\"features\":{\"tools\":[\"echo\",\"whoAmI\"]}}";
        new Operator(there.client()).send("PUT", "/tenants/" + one.id(), body);
        await().untilAsserted(() -> assertThat(one.tools(session)).hasSize(2));
        new Operator(there.client()).send("DELETE", "/tenants/" + one.id(), "");
        await().untilAsserted(() -> assertThat(one.initialize(one.path()).status()).isEqualTo(404));
      }
      try (ServerProcess later = launch.start()) {
        assertThat(new Operator(later.client()).get("/tenants").path("tenants")).isEmpty();
      }
    }
  }
}
