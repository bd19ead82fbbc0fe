package io.everythingmcp.server.protocol.stateless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.dropwizard.util.Duration;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.everything.fixtures.ConformanceFixtures;
import io.everythingmcp.everything.resources.EverythingResources;
import io.everythingmcp.everything.tools.EverythingTools;
import io.everythingmcp.server.McpServerBundle;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.protocol.EnabledEras;
import io.everythingmcp.server.wire.WireJson;
import io.everythingmcp.testing.McpTestServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The stateless era over HTTP: statuses, headers, streams, and closed connections. */
class StatelessHttpTest {
  private static final CancellableTool PATIENT = new CancellableTool();
  private static McpServerBundle bundle;
  private static McpTestServer server;

  private static final String META =
      "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
          + "\"io.modelcontextprotocol/clientCapabilities\":{}%s}";

  private final HttpClient client = HttpClient.newHttpClient();

  /** Starts a server of revision 2026-07-28 only, with a tool that waits. */
  @BeforeAll
  static void start() {
    FeatureCatalog catalog =
        new FeatureCatalog(
                EverythingTools.all(),
                List.of(),
                EverythingResources.all(),
                EverythingResources.templates())
            .plus(ConformanceFixtures.catalog())
            .plus(new FeatureCatalog(List.of(PATIENT), List.of(), List.of(), List.of()));
    bundle = McpServerBundle.builder().features(catalog).build();
    McpConfiguration configuration = McpTestServer.configuration();
    configuration.getMcp().setEras(EnabledEras.STATELESS);
    configuration.getMcp().setKeepAlive(Duration.milliseconds(100));
    server = McpTestServer.start(bundle, configuration);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String body(String method, String params, String moreMeta) {
    return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\""
        + method
        + "\",\"params\":{"
        + params
        + (params.isEmpty() ? "" : ",")
        + META.formatted(moreMeta)
        + "}}";
  }

  private HttpRequest.Builder request(String method) {
    return HttpRequest.newBuilder(server.endpoint())
        .header("Content-Type", "application/json")
        .header("Accept", "application/json, text/event-stream")
        .header("MCP-Protocol-Version", "2026-07-28")
        .header("Mcp-Method", method);
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String body) throws Exception {
    return client.send(
        request.POST(HttpRequest.BodyPublishers.ofString(body)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void responseIsJsonWithoutASessionId() throws Exception {
    HttpResponse<String> response =
        send(
            request("tools/list").header("Mcp-Session-Id", "stray").header("Last-Event-ID", "1_1"),
            body("tools/list", "", ""));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(response.headers().firstValue("Mcp-Session-Id")).isEmpty();
    assertThat(json(response.body()).at("/result/tools").size()).isPositive();
  }

  private static JsonNode json(String text) {
    return WireJson.read(text, JsonNode.class);
  }

  @Test
  void statusCorrespondsToTheJsonRpcCode() throws Exception {
    assertThat(send(request("ping"), body("ping", "", "")).statusCode()).isEqualTo(404);
    assertThat(send(request("other"), body("ping", "", "")).statusCode()).isEqualTo(400);
    assertThat(send(request("ping"), "{").statusCode()).isEqualTo(400);
    HttpResponse<String> required =
        send(
            request("tools/call").header("Mcp-Name", "test_missing_capability"),
            body("tools/call", "\"name\":\"test_missing_capability\"", ""));
    assertThat(required.statusCode()).isEqualTo(400);
    assertThat(json(required.body()).at("/error/code").asInt()).isEqualTo(-32021);
  }

  @Test
  void notificationsAreAccepted() throws Exception {
    HttpResponse<String> response =
        send(request("x"), "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\"}");
    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.body()).isEmpty();
  }

  @Test
  void getAndDeleteAreNotAllowed() throws Exception {
    for (String verb : new String[] {"GET", "DELETE"}) {
      HttpRequest request = request("x").method(verb, HttpRequest.BodyPublishers.noBody()).build();
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).as(verb).isEqualTo(405);
      assertThat(response.headers().firstValue("Allow")).contains("POST");
    }
  }

  @Test
  void streamHasNoIdsAndEndsWithTheResponse() throws Exception {
    HttpResponse<String> response =
        send(
            request("tools/call").header("Mcp-Name", "test_tool_with_progress"),
            body("tools/call", "\"name\":\"test_tool_with_progress\"", ",\"progressToken\":\"p\""));
    assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
    assertThat(response.headers().firstValue("X-Accel-Buffering")).contains("no");
    List<String> lines = response.body().lines().toList();
    assertThat(lines).noneMatch(line -> line.startsWith("id:") || line.startsWith("retry:"));
    List<String> data = lines.stream().filter(line -> line.startsWith("data:")).toList();
    assertThat(data).hasSize(4);
    assertThat(json(data.get(3).substring(5)).at("/result/resultType").asText())
        .isEqualTo("complete");
  }

  @Test
  void argumentHeaderIsCompared() throws Exception {
    String call =
        body(
            "tools/call",
            "\"name\":\"regionalGreeting\",\"arguments\":{\"region\":\"Zürich\"}",
            "");
    HttpRequest.Builder right =
        request("tools/call")
            .header("mcp-name", "regionalGreeting")
            .header("MCP-PARAM-REGION", "=?base64?WsO8cmljaA==?=");
    assertThat(send(right, call).body()).contains("Hello, Zürich");
    HttpResponse<String> wrong =
        send(request("tools/call").header("Mcp-Name", "regionalGreeting"), call);
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(json(wrong.body()).at("/error/code").asInt()).isEqualTo(-32020);
  }

  @Test
  void closedConnectionCancels() throws Exception {
    int begun = PATIENT.startedCalls();
    int stopped = PATIENT.endedCalls();
    try (Socket socket = open("tools/call", "patient", "\"name\":\"patient\"")) {
      await().until(() -> PATIENT.startedCalls() == begun + 1);
      assertThat(socket.isConnected()).isTrue();
    }
    await()
        .until(
            () -> PATIENT.endedCalls() == stopped + 1 && bundle.server().activeRequestCount() == 0);
  }

  @Test
  void waitingRequestSendsKeepAlives() throws Exception {
    int stopped = PATIENT.endedCalls();
    try (Socket socket = open("tools/call", "patient", "\"name\":\"patient\"")) {
      String seen = read(socket, ":\n\n:\n\n");
      assertThat(seen).contains("text/event-stream").doesNotContain("data:");
    }
    await().until(() -> PATIENT.endedCalls() == stopped + 1);
  }

  @Test
  void subscriberReceivesChangesUntilItDisconnects() throws Exception {
    try (Socket socket =
        open("subscriptions/listen", null, "\"notifications\":{\"toolsListChanged\":true}")) {
      read(socket, "subscriptions/acknowledged");
      bundle.server().runtime().catalog().toolListChanged();
      read(socket, "notifications/tools/list_changed");
      read(socket, ":\n\n");
    }
  }

  private static Socket open(String method, String name, String params) throws IOException {
    Socket socket = new Socket(server.endpoint().getHost(), server.endpoint().getPort());
    byte[] body = body(method, params, "").getBytes(StandardCharsets.UTF_8);
    String head =
        "POST /mcp HTTP/1.1\r\nHost: "
            + server.endpoint().getAuthority()
            + "\r\n"
            + "Content-Type: application/json\r\n"
            + "Accept: application/json, text/event-stream\r\n"
            + "MCP-Protocol-Version: 2026-07-28\r\n"
            + "Mcp-Method: "
            + method
            + (name == null ? "" : "\r\nMcp-Name: " + name)
            + "\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().write(body);
    socket.getOutputStream().flush();
    socket.setSoTimeout(30_000);
    return socket;
  }

  /** Reads until a text occurs, and returns all that was read. */
  private static String read(Socket socket, String wanted) throws IOException {
    StringBuilder seen = new StringBuilder();
    InputStream in = socket.getInputStream();
    byte[] chunk = new byte[1_024];
    // The chunked encoding is not decoded: the texts that tests expect are never split.
    while (!seen.toString().replaceAll("\r\n[0-9A-Fa-f]+\r\n", "").contains(wanted)) {
      int read = in.read(chunk);
      if (read < 0) {
        throw new IOException("The stream ended: " + seen);
      }
      seen.append(new String(chunk, 0, read, StandardCharsets.UTF_8));
    }
    return seen.toString();
  }
}
