package io.everythingmcp.conformance.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.everythingmcp.conformance.harness.FreePort;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.ServerProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Spans as received by a collector. */
class TracesIT {
  private static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319";
  private static final String PARENT = "b7ad6b7169203331";
  private static final String SECRET = "what-only-the-tool-may-see";
  private static final String BATCHES = "BatchSpanProcessor";
  private static final String[] SOON = {"-Ddw.tracing.interval=100ms"};

  private static final SpanCollector COLLECTOR = new SpanCollector();
  private static ServerProcess server;

  @BeforeAll
  static void start() {
    server =
        ServerLaunch.with(
                ENDPOINT,
                COLLECTOR.endpoint(),
                "OTEL_EXPORTER_OTLP_HEADERS",
                "X-Key=a%20key",
                "OTEL_SERVICE_NAME",
                "traced")
            .jvm(SOON)
            .start();
  }

  @AfterAll
  static void stop() {
    server.close();
    COLLECTOR.close();
  }

  private static String traceparent(String trace) {
    return "00-" + trace + "-" + PARENT + "-01";
  }

  private static CollectedSpan collected(SpanCollector collector, String trace) {
    return await()
        .until(
            () -> collector.spans().stream().filter(s -> s.trace().equals(trace)).toList(),
            found -> !found.isEmpty())
        .get(0);
  }

  private static RawResponse stateless(RawClient client, String tool, String trace) {
    return client
        .post(
            "/mcp",
            JsonRpcMessages.request(
                "r-1",
                "tools/call",
                "{'name':'"
                    + tool
                    + "','arguments':{'message':'"
                    + SECRET
                    + "'},'_meta':{'traceparent':'"
                    + traceparent(trace)
                    + "','io.modelcontextprotocol/protocolVersion':'2026-07-28',"
                    + "'io.modelcontextprotocol/clientCapabilities':{}}}"))
        .header("MCP-Protocol-Version", "2026-07-28")
        .header("Mcp-Method", "tools/call")
        .header("Mcp-Name", tool)
        .send();
  }

  @Test
  void statelessRequestJoinsTheTraceOfItsMetadata() {
    assertThat(stateless(server.client(), "echo", TRACE + "1").text()).contains(SECRET);
    CollectedSpan span = collected(COLLECTOR, TRACE + "1");
    assertThat(span.name()).isEqualTo("tools/call echo");
    assertThat(span.parent()).isEqualTo(PARENT);
    assertThat(span.service()).isEqualTo("traced");
    assertThat(span.attributes())
        .containsEntry("mcp.method.name", "tools/call")
        .containsEntry("mcp.protocol.version", "2026-07-28")
        .containsEntry("gen_ai.tool.name", "echo")
        .containsEntry("jsonrpc.request.id", "r-1")
        .containsEntry("network.transport", "tcp")
        .doesNotContainKeys("mcp.session.id", "error.type");
    assertThat(span.toString()).doesNotContain(SECRET);
    assertThat(COLLECTOR.keys()).isNotEmpty().containsOnly("a key");
  }

  @Test
  void rejectedRequestIsASpanWithItsCode() {
    RawResponse refused =
        server
            .client()
            .post(
                "/mcp",
                JsonRpcMessages.request(
                    1,
                    "made/up",
                    "{'_meta':{'io.modelcontextprotocol/protocolVersion':'2026-07-28',"
                        + "'io.modelcontextprotocol/clientCapabilities':{}}}"))
            .header("MCP-Protocol-Version", "2026-07-28")
            .header("Mcp-Method", "made/up")
            .header("traceparent", traceparent(TRACE + "2"))
            .send();
    assertThat(refused.status()).isEqualTo(404);
    CollectedSpan span = collected(COLLECTOR, TRACE + "2");
    assertThat(span.name()).isEqualTo("_other");
    assertThat(span.attributes())
        .containsEntry("error.type", "-32601")
        .containsEntry("rpc.response.status_code", "-32601");
  }

  @Test
  void callInASessionJoinsTheTraceOfItsMetadata() {
    McpSession session = McpSession.open(server.client(), "2025-11-25");
    session
        .post(
            JsonRpcMessages.request(
                1,
                "tools/call",
                "{'name':'failOnPurpose','arguments':{'kind':'tool_error'},'_meta':{'traceparent':'"
                    + traceparent(TRACE + "3")
                    + "'}}"))
        .header("traceparent", traceparent(TRACE + "a"))
        .send()
        .text();
    CollectedSpan span = collected(COLLECTOR, TRACE + "3");
    assertThat(span.name()).isEqualTo("tools/call failOnPurpose");
    assertThat(span.parent()).isEqualTo(PARENT);
    assertThat(span.attributes())
        .containsEntry("mcp.session.id", session.id().substring(0, 8) + "...")
        .containsEntry("mcp.protocol.version", "2025-11-25")
        .containsEntry("error.type", "tool_error");
    assertThat(COLLECTOR.spans()).noneMatch(other -> other.trace().equals(TRACE + "a"));
  }

  @Test
  void initializeJoinsTheTraceOfItsHeaders() {
    server
        .client()
        .post("/mcp", JsonRpcMessages.initialize("2025-06-18", "{}"))
        .header("traceparent", traceparent(TRACE + "4"))
        .send()
        .text();
    CollectedSpan span = collected(COLLECTOR, TRACE + "4");
    assertThat(span.name()).isEqualTo("initialize");
    assertThat(span.parent()).isEqualTo(PARENT);
    assertThat(span.attributes()).containsEntry("mcp.protocol.version", "2025-06-18");
  }

  @Test
  void pendingSpansAreSentAtShutdown() {
    try (SpanCollector collector = new SpanCollector();
        ServerProcess late =
            ServerLaunch.with(ENDPOINT, collector.endpoint() + "/")
                .jvm("-Ddw.tracing.interval=1h")
                .start()) {
      stateless(late.client(), "echo", TRACE + "5").text();
      assertThat(collector.spans()).isEmpty();
      late.sendTerminate();
      late.awaitExit(Duration.ofSeconds(30));
      assertThat(collected(collector, TRACE + "5").name()).isEqualTo("tools/call echo");
    }
  }

  @Test
  void stdioRequestIsASpan() throws IOException, InterruptedException {
    try (SpanCollector collector = new SpanCollector()) {
      ProcessBuilder builder = new ProcessBuilder(ServerLaunch.with().command("stdio"));
      builder.environment().keySet().retainAll(List.of("PATH", "HOME", "TMPDIR"));
      builder.environment().put(ENDPOINT, collector.endpoint());
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
      builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
      Process process = builder.start();
      try (OutputStream in = process.getOutputStream()) {
        in.write(
            (JsonRpcMessages.initialize("2025-11-25", "{}") + "\n")
                .getBytes(StandardCharsets.UTF_8));
      }
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(collector.spans())
          .singleElement()
          .satisfies(
              span -> {
                assertThat(span.name()).isEqualTo("initialize");
                assertThat(span.service()).isEqualTo("everything-server");
                assertThat(span.attributes()).containsEntry("network.transport", "pipe");
              });
    }
  }

  @Test
  void withoutACollectorNothingIsExported() {
    assertThat(threads(server)).contains(BATCHES);
    try (ServerProcess plain = ServerLaunch.with("OTEL_SERVICE_NAME", "traced").start()) {
      assertThat(stateless(plain.client(), "echo", TRACE + "6").status()).isEqualTo(200);
      assertThat(threads(plain)).contains("dw-admin").doesNotContain(BATCHES);
    }
    assertThat(COLLECTOR.spans()).noneMatch(span -> span.trace().equals(TRACE + "6"));
  }

  private static String threads(ServerProcess process) {
    URI admin = URI.create("http://localhost:" + process.adminPort());
    return new RawClient(admin).request("GET", "/threads").send().text();
  }

  @Test
  void unavailableCollectorIsAWarning() {
    try (ServerProcess alone =
        ServerLaunch.with(ENDPOINT, "http://localhost:" + FreePort.find()).jvm(SOON).start()) {
      for (int i = 0; i < 20; i++) {
        assertThat(stateless(alone.client(), "echo", TRACE + "7").text()).contains(SECRET);
      }
      await().until(() -> alone.wholeLog().contains("Spans cannot be sent"));
      assertThat(stateless(alone.client(), "echo", TRACE + "7").text()).contains(SECRET);
      alone.sendTerminate();
      alone.awaitExit(Duration.ofSeconds(20));
      assertThat(alone.linesAfter(0))
          .filteredOn(line -> line.contains("Spans cannot be sent"))
          .singleElement()
          .satisfies(line -> assertThat(line).startsWith("WARN"));
      assertThat(alone.wholeLog()).doesNotContain("ERROR").doesNotContain("io.opentelemetry");
    }
  }
}
