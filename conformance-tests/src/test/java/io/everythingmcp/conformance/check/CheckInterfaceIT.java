package io.everythingmcp.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SharedServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP interface of the client check: access to runs, and its responses. */
class CheckInterfaceIT {
  private static final String TOKEN = "0123456789-management-token";
  private static final String ELSEWHERE = "https://mcp.example.org";

  @RegisterExtension static final SharedServer SERVER = SharedServer.with("FIXTURES", "true");

  @RegisterExtension
  static final SharedServer ABROAD =
      SharedServer.with("BASE_URI", ELSEWHERE, "CLIENT_CHECK", "true", "MANAGEMENT_TOKEN", TOKEN);

  @RegisterExtension
  static final SharedServer PUBLIC = SharedServer.with("BASE_URI", "https://mcp.example.org");

  private static RawResponse get(String path) {
    return SERVER.client().get(path).header("Accept", "application/json").send();
  }

  @Test
  void presetsHaveNamesTitlesAndSteps() {
    JsonNode presets = get("/check/presets").json();
    assertThat(presets.findValuesAsText("name"))
        .contains("plain", "oauth", "expired-session", "legacy-only", "modern-only");
    for (JsonNode preset : presets) {
      assertThat(preset.path("title").asText()).isNotBlank();
      assertThat(preset.path("steps")).isNotEmpty();
    }
  }

  @Test
  void everyListedPresetCanBeStarted() {
    for (String name : get("/check/presets").json().findValuesAsText("name")) {
      CheckedRun run = CheckedRun.start(SERVER.client(), name);
      JsonNode report = run.report();
      assertThat(report.path("preset").asText()).isEqualTo(name);
      assertThat(report.path("state").asText()).isEqualTo("running");
      assertThat(report.path("exchanges")).isEmpty();
      assertThat(report.path("next").asText()).isNotBlank();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"preset\":\"none\"}", "{}", "[]", "no JSON", "", "{\"preset\":7}"})
  void unknownPresetIsRejectedWithTheNames(String body) {
    RawResponse answer =
        SERVER
            .client()
            .request("POST", "/check/runs")
            .header("Content-Type", "application/json")
            .body(body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .send();
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("plain").contains("oauth");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/check/runs/0123456789abcdef0123456789abcdef",
        "/check/runs/0123456789abcdef0123456789abcdef/report.json",
        "/check/runs/no-id",
        "/check/runs/%00/report.json",
        "/check/runs/../runs",
        "/check/runs/x/mcp",
        "/check/runs/x/y/z",
        "/check/nothing",
        "/.well-known/oauth-protected-resource/check/runs/x/mcp",
        "/.well-known/oauth-authorization-server/check/runs/x/as"
      })
  void unknownRunIsNotFound(String path) {
    assertThat(get(path).status()).isIn(400, 404, 405);
    assertThat(SERVER.client().post(path, CheckedRun.json(Map.of())).send().status())
        .isIn(400, 404, 405);
  }

  @Test
  void deletedRunIsNotFound() {
    CheckedRun run = CheckedRun.start(SERVER.client(), "plain");
    assertThat(run.connect().status()).isEqualTo(200);
    assertThat(SERVER.client().request("DELETE", run.page()).send().status()).isEqualTo(204);
    assertThat(SERVER.client().request("DELETE", run.page()).send().status()).isEqualTo(404);
    assertThat(get(run.page() + "/report.json").status()).isEqualTo(404);
    assertThat(run.connect().status()).isEqualTo(404);
  }

  @Test
  void runsAreIsolated() {
    CheckedRun one = CheckedRun.start(SERVER.client(), "plain");
    CheckedRun other = CheckedRun.start(SERVER.client(), "plain");
    one.connect();
    other.connect();
    RawResponse foreign =
        SERVER
            .client()
            .post(other.mcp(), CheckedRun.json(Map.of("jsonrpc", "2.0", "id", 9, "method", "ping")))
            .header("Mcp-Session-Id", one.session())
            .header("MCP-Protocol-Version", "2025-11-25")
            .send();
    assertThat(foreign.status()).isEqualTo(404);
    one.call("addTool", Map.of());
    assertThat(one.list(null).text()).contains("\"tools\"");
    assertThat(other.call("extraTool", Map.of()).text()).contains("error");
    assertThat(one.report().path("exchanges")).hasSize(4);
    assertThat(SERVER.client().get("/check/runs").send().text()).doesNotContain(one.id());
  }

  @Test
  void bodyOfTenMegabytesIsRejectedOrRecorded() {
    byte[] long10 = new byte[10 << 20];
    java.util.Arrays.fill(long10, (byte) 'x');
    assertThat(
            SERVER
                .client()
                .request("POST", "/check/runs")
                .header("Content-Type", "application/json")
                .body(long10)
                .send()
                .status())
        .isEqualTo(413);
    CheckedRun run = CheckedRun.start(SERVER.client(), "plain");
    RawResponse answer =
        SERVER
            .client()
            .request("POST", run.mcp())
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .body(long10)
            .send();
    assertThat(answer.status()).isIn(400, 413);
    JsonNode exchange = run.report().path("exchanges").path(0);
    assertThat(exchange.path("response").path("status").asInt()).isEqualTo(answer.status());
    assertThat(exchange.toString().length()).isLessThan(1 << 20);
    assertThat(run.connect().status()).isEqualTo(200);
  }

  @Test
  void concurrentRequestsAreRecordedInTheirRuns() {
    List<CheckedRun> runs =
        IntStream.range(0, 30).mapToObj(i -> CheckedRun.start(SERVER.client(), "plain")).toList();
    runs.subList(0, 5).forEach(CheckedRun::connect);
    List<CompletableFuture<RawResponse>> flood =
        IntStream.range(0, 200)
            .mapToObj(
                i ->
                    runs.get(i % 5)
                        .prepared(Map.of("jsonrpc", "2.0", "id", "f" + i, "method", "ping"))
                        .sendAsync())
            .toList();
    flood.forEach(one -> assertThat(one.join().status()).isEqualTo(200));
    for (CheckedRun run : runs.subList(0, 5)) {
      assertThat(run.report().path("exchanges")).hasSize(42);
    }
    assertThat(get("/health").status()).isEqualTo(200);
  }

  @Test
  void eventStreamReportsExchangesFindingsAndState() {
    CheckedRun run = CheckedRun.start(SERVER.client(), "plain");
    RawResponse events = SERVER.client().get(run.page() + "/events").send();
    assertThat(events.isStream()).isTrue();
    run.connect();
    String heard = "";
    while (!heard.contains("exchange") || !heard.contains("finding")) {
      heard += events.events().next().name() + "\n";
    }
    assertThat(heard).contains("state");
  }

  @Test
  void provokedFaultOccursAndUnknownFaultIsRejectedWithTheNames() {
    CheckedRun run = CheckedRun.start(SERVER.client(), "plain");
    run.connect();
    assertThat(run.post("provoke", CheckedRun.json(Map.of("fault", "nothing"))).status())
        .isEqualTo(400);
    assertThat(run.post("provoke", CheckedRun.json(Map.of("fault", "nothing"))).text())
        .contains("end-session");
    assertThat(run.post("provoke", CheckedRun.json(Map.of("fault", "rate-limit"))).status())
        .isEqualTo(204);
    RawResponse refused = run.echo();
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isEqualTo("5");
    assertThat(run.echo().status()).isEqualTo(200);
    assertThat(run.post("provoke", CheckedRun.json(Map.of("fault", "end-session"))).status())
        .isEqualTo(204);
    assertThat(run.echo().status()).isEqualTo(404);
    assertThat(run.connect().status()).isEqualTo(200);
    assertThat(run.echo().status()).isEqualTo(200);
    assertThat(CheckedRun.check(run.report(), "H08").path("status").asText()).isEqualTo("SUCCESS");
  }

  @Test
  void reportHasEveryFormat() {
    CheckedRun run = CheckedRun.start(SERVER.client(), "plain");
    run.connect();
    run.echo();
    RawResponse page = SERVER.client().get(run.page()).header("Accept", "text/html").send();
    assertThat(page.type()).startsWith("text/html");
    assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(page.text()).contains(run.mcpUrl().toString()).contains("scripted");
    RawResponse file = get(run.page() + "/report.html");
    assertThat(file.text()).contains("<style>").doesNotContain("<script").doesNotContain("<link");
    assertThat(get(run.page() + "/report.junit.xml").text()).contains("<testsuite");
    assertThat(get(run.page() + "/checks.json").json().path(0).has("specReferences")).isTrue();
    assertThat(SERVER.client().get("/check").send().text()).contains("Client check");
    RawResponse finished = run.post("finish", CheckedRun.json(Map.of()));
    assertThat(finished.status()).isIn(200, 204);
    assertThat(run.report().path("state").asText()).isEqualTo("finished");
  }

  @Test
  void crossSitePageCannotStartRuns() {
    RawResponse answer =
        SERVER
            .client()
            .post("/check/runs", CheckedRun.json(Map.of("preset", "plain")))
            .header("Origin", "https://evil.example")
            .send();
    assertThat(answer.status()).isEqualTo(403);
    assertThat(SERVER.client().get("/check").header("Host", "evil.example").send().status())
        .isIn(200, 403);
    assertThat(
            SERVER
                .client()
                .post("/check/runs", CheckedRun.json(Map.of("preset", "plain")))
                .header("Host", "evil.example")
                .send()
                .status())
        .isEqualTo(403);
  }

  @Test
  void nonLoopbackRunsRequireManagementTokenExceptMcpUrl() {
    RawClient client = ABROAD.client().with(Map.of("Host", "mcp.example.org"));
    RawResponse refused =
        client.post("/check/runs", CheckedRun.json(Map.of("preset", "plain"))).send();
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
    RawClient operator =
        client.with(Map.of("Host", "mcp.example.org", "Authorization", "Bearer " + TOKEN));
    CheckedRun run = CheckedRun.start(operator, "plain");
    assertThat(run.mcpUrl().toString()).startsWith(ELSEWHERE + "/check/runs/");
    assertThat(client.get(run.page() + "/report.json").send().status()).isEqualTo(401);
    assertThat(client.get(run.page()).send().status()).isEqualTo(401);
    RawResponse initialized =
        client
            .post(
                run.mcp(),
                CheckedRun.json(
                    Map.of(
                        "jsonrpc",
                        "2.0",
                        "id",
                        1,
                        "method",
                        "initialize",
                        "params",
                        Map.of(
                            "protocolVersion", "2025-11-25",
                            "capabilities", Map.of(),
                            "clientInfo", Map.of("name", "a", "version", "1")))))
            .send();
    assertThat(initialized.status()).isEqualTo(200);
    assertThat(run.report().path("exchanges")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/check", "/check/presets", "/check/runs", "/check/runs/x/mcp"})
  void disabledCheckHasNoEndpoints(String path) {
    RawClient client = PUBLIC.client().with(Map.of("Host", "mcp.example.org"));
    assertThat(client.get(path).send().status()).isEqualTo(404);
    assertThat(client.post(path, CheckedRun.json(Map.of("preset", "plain"))).send().status())
        .isEqualTo(404);
  }
}
