package io.everythingmcp.conformance.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.SharedServer;
import io.everythingmcp.conformance.harness.SseEvent;
import io.everythingmcp.conformance.harness.SseStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The log of all messages, over each transport. */
class TrafficLogIT {
  private static final String HIDDEN = "h1dden-0123456789";

  @RegisterExtension static final SharedServer SERVER = SharedServer.with("TRAFFIC_LOG", "true");

  private int before;

  @BeforeEach
  void remember() {
    before = SERVER.process().logLines();
  }

  private List<String> lines() {
    return SERVER.process().linesAfter(before).stream()
        .filter(line -> line.contains("i.e.traffic"))
        .map(line -> line.replaceFirst("^.*i\\.e\\.traffic:? ", ""))
        .toList();
  }

  private void awaitLines(String... beginnings) {
    await()
        .untilAsserted(
            () -> {
              for (String beginning : beginnings) {
                assertThat(lines()).anyMatch(line -> line.startsWith(beginning));
              }
            });
  }

  private static ObjectNode stateless(String name, String arguments, String more) {
    return JsonRpcMessages.request(
        1,
        "tools/call",
        "{'name':'"
            + name
            + "','arguments':"
            + arguments
            + more
            + ",'_meta':{'io.modelcontextprotocol/protocolVersion':'2026-07-28',"
            + "'io.modelcontextprotocol/clientInfo':{'name':'c','version':'1'},"
            + "'io.modelcontextprotocol/clientCapabilities':{'elicitation':{}}}}");
  }

  private static RawResponse send(ObjectNode call) {
    return SERVER
        .client()
        .post(McpSession.PATH, call)
        .header("MCP-Protocol-Version", "2026-07-28")
        .header("Mcp-Method", "tools/call")
        .header("Mcp-Name", call.at("/params/name").asText())
        .header("Authorization", "Bearer " + HIDDEN)
        .header("Cookie", "session=" + HIDDEN)
        .header("X-API-Key", HIDDEN)
        .send();
  }

  @Test
  void messagesOfASessionAndItsStreamsAreLogged() {
    McpSession session = McpSession.open(SERVER.client(), "2025-11-25");
    String shown = " session=" + session.id().substring(0, 8) + " {";
    session.call("echo", "{'message':'hello'}");
    assertThat(session.post(JsonRpcMessages.steps(77, 0.2, 2)).send().events().rest()).isNotEmpty();
    awaitLines(
        "in initialize id=\"init\" {",
        "out 200 result initialize id=\"init\"" + shown,
        "in notifications/initialized" + shown,
        "out 202 session=" + session.id().substring(0, 8),
        "in tools/call echo id=",
        "out 200 result tools/call echo id=",
        "in tools/call longRunningOperation id=77" + shown,
        "out event notifications/progress" + shown,
        "out event result tools/call longRunningOperation id=77" + shown);
    assertThat(lines()).noneMatch(line -> line.contains(session.id()));
  }

  @Test
  void credentialsAreNotLogged() {
    JsonNode first = send(stateless("elicitInputs", "{}", "")).reply().path("result");
    String state = first.path("requestState").asText();
    String key = first.path("inputRequests").fieldNames().next();
    assertThat(state).hasSizeGreaterThan(16);
    send(
        stateless(
            "elicitInputs",
            "{}",
            ",'requestState':'"
                + state
                + "','inputResponses':{'"
                + key
                + "':{'action':'accept','content':{'password':'"
                + HIDDEN
                + " too'}}}"));
    send(stateless("echo", "{'message':'token=" + HIDDEN + "'}", ""));
    awaitLines(
        "in tools/call elicitInputs id=1 {",
        "out 200 result tools/call elicitInputs id=1 {",
        "out 200 result tools/call echo id=1 {");
    assertThat(lines())
        .anyMatch(line -> line.contains("\"requestState\":\"[redacted]\""))
        .anyMatch(line -> line.contains("\"password\":\"[redacted]\""));
    assertThat(SERVER.process().linesAfter(before))
        .noneMatch(line -> line.contains("h1dden"))
        .noneMatch(line -> line.contains(state));
  }

  @Test
  void aBodyThatIsNotJsonAndALargeOneAreOneShortLineEach() {
    SERVER
        .client()
        .post(McpSession.PATH, JsonRpcMessages.request(1, "ping"))
        .body(("{\"password\": \"" + HIDDEN + "\" oops").getBytes(StandardCharsets.UTF_8))
        .send()
        .text();
    McpSession session = McpSession.open(SERVER.client(), "2025-11-25");
    session.call("echo", "{'message':'" + "x".repeat(1 << 20) + "'}");
    awaitLines("in invalid message ", "out 400 error ", "out 200 result tools/call echo id=");
    assertThat(lines())
        .noneMatch(line -> line.contains("h1dden"))
        .filteredOn(line -> line.contains("tools/call echo"))
        .hasSize(2)
        .allMatch(line -> line.matches(".*\\.\\.\\. \\(10\\d{5} characters in all\\)"))
        .allMatch(line -> line.length() < 2_300);
  }

  @Test
  void messagesOnAStreamOfHttpWithSseAreLogged() {
    try (SseStream stream = SERVER.client().get("/sse").send().events()) {
      SseEvent endpoint = stream.next();
      String session = endpoint.data().substring(endpoint.data().indexOf('=') + 1);
      ObjectNode initialize = JsonRpcMessages.initialize("2024-11-05", "{}");
      assertThat(SERVER.client().post(endpoint.data(), initialize).send().status()).isEqualTo(202);
      assertThat(stream.message().has("result")).isTrue();
      String shown = " session=" + session.substring(0, 8);
      awaitLines(
          "in initialize id=\"init\"" + shown,
          "out 202" + shown,
          "out event result initialize id=\"init\"" + shown);
    }
  }

  @Test
  void overStdioTheLinesAreOnStandardError() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(ServerLaunch.with().command("stdio"));
    builder.environment().keySet().retainAll(List.of("PATH", "HOME", "TMPDIR"));
    builder.environment().put("TRAFFIC_LOG", "true");
    Process process = builder.start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        BufferedReader log = process.errorReader(StandardCharsets.UTF_8)) {
      try (Writer in = process.outputWriter(StandardCharsets.UTF_8)) {
        in.write(JsonRpcMessages.initialize("2025-11-25", "{}") + "\n");
        in.flush();
        assertThat(JsonTrees.read(out.readLine()).at("/result/protocolVersion").asText())
            .isEqualTo("2025-11-25");
        in.write(stateless("echo", "{'message':'a'}", "") + "\n");
        in.flush();
        assertThat(JsonTrees.read(out.readLine()).path("id").asInt()).isEqualTo(1);
      }
      assertThat(out.readLine()).isNull();
      assertThat(log.lines().filter(line -> line.contains("i.e.traffic")))
          .extracting(line -> line.replaceFirst(".*traffic:? ", "").replaceFirst(" session=.*", ""))
          .containsExactlyInAnyOrder(
              "in initialize id=\"init\"",
              "out event result initialize id=\"init\"",
              "in tools/call echo id=1",
              "out line result tools/call echo id=1");
    } finally {
      process.destroy();
    }
  }
}
