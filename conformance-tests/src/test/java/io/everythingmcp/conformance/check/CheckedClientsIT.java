package io.everythingmcp.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SharedServer;
import io.everythingmcp.conformance.harness.SseEvent;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Conforming and non-conforming clients in runs of the client check. */
class CheckedClientsIT {
  @RegisterExtension static final SharedServer SERVER = SharedServer.with("FIXTURES", "true");

  private static CheckedRun start(String preset) {
    return CheckedRun.start(SERVER.client(), preset);
  }

  @Test
  void thirdPartyClientConformsInAPlainRun() {
    CheckedRun run = start("plain");
    McpSyncClient client =
        McpClient.sync(
                HttpClientStreamableHttpTransport.builder(SERVER.client().base().toString())
                    .endpoint(run.mcp())
                    .build())
            .clientInfo(McpSchema.Implementation.builder("java-sdk", "2.2.0").build())
            .requestTimeout(Duration.ofSeconds(60))
            .initializationTimeout(Duration.ofSeconds(60))
            .build();
    client.initialize();
    client.listTools();
    client.callTool(
        McpSchema.CallToolRequest.builder("echo").arguments(Map.of("message", "hello")).build());
    client.callTool(
        McpSchema.CallToolRequest.builder("longRunningOperation")
            .arguments(Map.of("duration", 1, "steps", 2))
            .build());
    client.closeGracefully();
    run.post("finish", Map.of());
    JsonNode report = run.report();
    assertThat(CheckedRun.rules(report, "FAILURE")).as(report.path("checks").toString()).isEmpty();
    assertThat(CheckedRun.rules(report, "SUCCESS")).contains("B01", "B03", "L01");
    assertThat(report.path("client").path("name").asText()).isEqualTo("java-sdk");
    assertThat(report.path("client").path("revisions").toString()).contains("2025-11-25");
  }

  @Test
  void violationsAreReportedWithTheirExchanges() {
    CheckedRun run = start("plain");
    run.connect();
    run.send(Map.of("jsonrpc", "2.0", "id", "twice", "method", "ping"));
    run.send(Map.of("jsonrpc", "2.0", "id", "twice", "method", "ping"));
    JsonNode report = run.report();
    JsonNode check = CheckedRun.check(report, "B03");
    assertThat(check.path("status").asText()).isEqualTo("FAILURE");
    assertThat(check.path("level").asText()).isEqualTo("MUST");
    assertThat(check.path("evidence").toString()).contains("4");
    assertThat(check.path("spec").asText()).startsWith("https://modelcontextprotocol.io/");
    assertThat(report.path("summary").path("failure").asInt()).isEqualTo(1);
  }

  @Test
  void loginIsRecordedWithoutCredentials() {
    CheckedRun run = start("oauth");
    RunLogin login = new RunLogin(SERVER.client(), run);
    assertThat(run.connect().status()).isEqualTo(401);
    String token = login.login();
    run.token(token);
    assertThat(run.connect().status()).isEqualTo(200);
    assertThat(run.call("whoAmI", Map.of()).text()).contains("alice");
    JsonNode report = run.report();
    assertThat(CheckedRun.endpoints(report))
        .contains(
            "MCP",
            "RESOURCE_METADATA",
            "AUTHORIZATION_METADATA",
            "REGISTER",
            "AUTHORIZE",
            "CONSENT",
            "LOGIN",
            "TOKEN");
    assertThat(report.toString()).doesNotContain(token).doesNotContain(login.verifier());
    assertThat(report.path("next").isNull()).isTrue();
    assertThat(CheckedRun.rules(report, "FAILURE")).as(report.path("checks").toString()).isEmpty();
  }

  @Test
  void disabledEraIsRejectedAsByTheServer() {
    CheckedRun modern = start("modern-only");
    RawResponse refused = modern.connect();
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("-32022");
    CheckedRun legacy = start("legacy-only");
    assertThat(legacy.connect().status()).isEqualTo(200);
  }

  @Test
  void thirdRequestOfASessionFindsItEnded() {
    CheckedRun run = start("expired-session");
    run.connect();
    assertThat(run.echo().status()).isEqualTo(200);
    assertThat(run.echo().status()).isEqualTo(200);
    assertThat(run.echo().status()).isEqualTo(404);
    assertThat(run.echo().status()).isEqualTo(404);
    assertThat(run.connect().status()).isEqualTo(200);
    assertThat(run.echo().status()).isEqualTo(200);
  }

  @Test
  void streamEndedForPollingContinuesOnAnotherConnection() {
    CheckedRun run = start("polling");
    run.connect();
    RawResponse call = run.call("longRunningOperation", Map.of("duration", 1, "steps", 2));
    List<SseEvent> before = call.events().rest();
    assertThat(before).hasSize(1);
    assertThat(before.get(0).retry()).isEqualTo(500);
    RawResponse rest = run.stream(before.get(0).id()).send();
    JsonNode answer = rest.events().message(message -> message.has("result"));
    assertThat(answer.path("result").path("content")).isNotEmpty();
    assertThat(run.report().path("exchanges").path(2).path("fault").asText()).isEqualTo("P02");
  }

  @Test
  void listsHavePagesAnEmptyCursorAndARejectedOne() {
    CheckedRun run = start("paging");
    run.connect();
    assertThat(pages(run, false)).contains("");
    assertThat(pages(run, true)).hasSizeGreaterThan(10);
    assertThat(CheckedRun.check(run.report(), "P59").path("status").asText()).isEqualTo("SUCCESS");
  }

  /** Returns the cursors of all pages, or up to the first one that is rejected. */
  private static List<String> pages(CheckedRun run, boolean all) {
    List<String> cursors = new ArrayList<>();
    String cursor = null;
    while (true) {
      JsonNode page = run.list(cursor).reply();
      if (page.has("error")) {
        assertThat(page.path("error").path("code").asInt()).isEqualTo(-32602);
        assertThat(all).isFalse();
        return cursors;
      }
      JsonNode next = page.path("result").path("nextCursor");
      if (!next.isTextual()) {
        return cursors;
      }
      cursor = next.asText();
      cursors.add(cursor);
    }
  }

  @Test
  void streamIsClosedBeforeTheResponseWhichIsResumedByGet() {
    CheckedRun run = start("dropped-stream");
    run.connect();
    RawResponse call = run.call("longRunningOperation", Map.of("duration", 1, "steps", 2));
    String id = call.events().next().id();
    assertThatThrownBy(() -> call.events().next()).isNotNull();
    JsonNode answer = run.stream(id).send().events().message(message -> message.has("result"));
    assertThat(answer.path("result").path("content")).isNotEmpty();
    JsonNode exchange = run.report().path("exchanges").path(2);
    assertThat(exchange.path("fault").asText()).isEqualTo("P01");
    assertThat(CheckedRun.rules(run.report(), "FAILURE")).isEmpty();
  }

  @Test
  void presetEverythingRunsAllStepsOnOneUrlWithSkips() {
    CheckedRun run = start("everything");
    assertThat(run.connect().status()).isEqualTo(200);
    run.echo();
    skipUntil(run, "Connect");
    assertThat(run.connect().status()).isEqualTo(200);
    assertThat(run.list(null).reply().path("result").path("tools")).hasSize(3);
    skipUntil(run, "log in");
    RawResponse refused = run.connect();
    assertThat(refused.status()).isEqualTo(401);
    RunLogin login = new RunLogin(SERVER.client(), run);
    run.token(login.login());
    assertThat(run.connect().status()).isEqualTo(200);
  }

  private static void skipUntil(CheckedRun run, String step) {
    for (int i = 0; i < 60 && !run.report().path("next").asText().contains(step); i++) {
      assertThat(run.post("skip", Map.of()).status()).isEqualTo(204);
    }
  }

  @Test
  void eachCallHasOneOddityAndTheSessionContinues() {
    CheckedRun run = start("odd-server");
    run.connect();
    assertThat(run.echo().json().has("x-unknown")).isTrue();
    assertThat(run.echo().json().path("result").path("isError").asBoolean()).isTrue();
    assertThat(run.echo().json().path("error").path("code").asInt()).isEqualTo(-32603);
    assertThat(run.echo().status()).isEqualTo(500);
    assertThat(run.echo().isStream()).isTrue();
    run.call("echo", Map.of("message", "sixth"));
    run.call("echo", Map.of("message", "seventh"));
    assertThat(run.echo().events().next().retry()).isEqualTo(1000);
    assertThat(run.echo().events().next().data()).contains("notifications/x-unknown");
    assertThat(run.echo().events().next().data()).contains("unknown-request");
    assertThat(run.echo().json().path("result").path("content")).isNotEmpty();
  }

  @Test
  void expiredTokenIsRejectedAndSessionsAreLostAfterRestart() {
    CheckedRun run = start("oauth");
    RunLogin login = new RunLogin(SERVER.client(), run);
    run.token(login.login());
    run.connect();
    assertThat(run.post("provoke", Map.of("fault", "restart")).status()).isEqualTo(204);
    assertThat(run.echo().status()).isEqualTo(404);
    assertThat(run.connect().status()).isEqualTo(200);
    assertThat(run.post("provoke", Map.of("fault", "expire-token")).status()).isEqualTo(204);
    RawResponse refused = run.echo();
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.header("WWW-Authenticate")).contains("invalid_token");
    run.token(login.login());
    assertThat(run.echo().status()).isIn(200, 404);
  }

  @Test
  void callsAreRateLimitedForAWhile() {
    CheckedRun run = start("rate-limit");
    run.connect();
    assertThat(run.echo().status()).isEqualTo(429);
    assertThat(run.echo().status()).isEqualTo(200);
    assertThat(run.echo().status()).isEqualTo(503);
    assertThat(run.echo().status()).isEqualTo(200);
    JsonNode early = CheckedRun.check(run.report(), "P63");
    assertThat(early.path("status").asText()).isEqualTo("INFO");
    assertThat(early.path("received").asText()).endsWith("Retry-After: 5 (2 times)");
  }

  @Test
  void oneToolAlwaysRequiresMoreScope() {
    CheckedRun run = start("step-up");
    RunLogin login = new RunLogin(SERVER.client(), run);
    run.connect();
    run.token(login.login());
    run.connect();
    RawResponse first = run.call("addTool", Map.of());
    assertThat(first.status()).isEqualTo(403);
    assertThat(first.header("WWW-Authenticate")).contains("insufficient_scope", "mcp:admin");
    RawResponse always = run.call("removeTool", Map.of());
    assertThat(always.status()).isEqualTo(403);
    assertThat(always.header("WWW-Authenticate")).contains("insufficient_scope");
  }

  @Test
  void afterTheMoveOnlyTokensOfTheOtherServerAreAccepted() {
    CheckedRun run = start("moved-authorization-server");
    RunLogin login = new RunLogin(SERVER.client(), run);
    run.connect();
    run.token(login.login());
    run.connect();
    assertThat(run.echo().status()).isEqualTo(200);
    assertThat(run.echo().status()).isEqualTo(401);
    run.token(new RunLogin(SERVER.client(), run).login());
    assertThat(run.connect().status()).isEqualTo(200);
    assertThat(run.echo().status()).isEqualTo(200);
    assertThat(run.call("whoAmI", Map.of()).text()).contains("/as2");
  }

  @Test
  void issuerOfTheSecondLoginIsWrong() {
    CheckedRun run = start("wrong-issuer");
    run.connect();
    RunLogin login = new RunLogin(SERVER.client(), run);
    login.login();
    assertThat(login.issuer()).endsWith("/as");
    login.authorize();
    assertThat(login.issuer()).isEqualTo("https://evil.example");
    login.authorize();
    assertThat(login.issuer()).isEmpty();
  }
}
