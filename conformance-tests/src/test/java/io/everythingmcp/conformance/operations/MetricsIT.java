package io.everythingmcp.conformance.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.harness.SharedServer;
import io.everythingmcp.conformance.harness.SseStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Metrics in the Prometheus format. */
class MetricsIT {
  private static final String LATEST = "2025-11-25";
  private static final Pattern NAME =
      Pattern.compile("\\b((?:mcp_server|db_client|jvm|process)_[a-z_]+)\\b");

  @RegisterExtension
  static final SharedServer SERVER = SharedServer.with("MANAGEMENT_TOKEN", ManagementClient.TOKEN);

  private static String scrape() {
    RawClient admin = new RawClient(URI.create("http://localhost:" + SERVER.process().adminPort()));
    return admin.request("GET", "/prometheus").send().text();
  }

  /**
   * Returns the value of the first line that begins with a name and contains all of these parts.
   */
  private static double value(String name, String... parts) {
    return scrape()
        .lines()
        .filter(line -> line.startsWith(name))
        .filter(line -> Stream.of(parts).allMatch(line::contains))
        .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElse(0.0);
  }

  private static double calls(String tool, String... more) {
    String[] parts =
        Stream.concat(Stream.of("gen_ai_tool_name=\"" + tool + "\""), Stream.of(more))
            .toArray(String[]::new);
    return value("mcp_server_operation_duration_seconds_count", parts);
  }

  @Test
  void callsAreMeasuredByToolRevisionAndError() {
    McpSession session = McpSession.open(SERVER.client(), LATEST);
    String revision = "mcp_protocol_version=\"" + LATEST + "\"";
    double echo = calls("echo", revision, "error_type=\"\"");
    double failed = calls("failOnPurpose", revision, "error_type=\"tool_error\"");
    session.call("echo", "{'message':'hi'}");
    session.call("failOnPurpose", "{'kind':'tool_error'}");
    assertThat(calls("echo", revision, "error_type=\"\"")).isEqualTo(echo + 1);
    assertThat(calls("failOnPurpose", revision, "error_type=\"tool_error\"")).isEqualTo(failed + 1);
  }

  @Test
  void clientValuesAreNoLabels() {
    McpSession session = McpSession.open(SERVER.client(), LATEST);
    session.call("made-up-tool", "{}");
    session.callMethod("made-up/method", "{}");
    SERVER.client().request("GET", "/made-up-path").send();
    SERVER.client().request("BREW", "/mcp").send();
    String all = scrape();
    assertThat(all).doesNotContain("made-up").doesNotContain("BREW");
    assertThat(calls("_other", "error_type=\"not_found\"")).isPositive();
    assertThat(value("mcp_server_operation_duration_seconds_count", "mcp_method_name=\"_other\""))
        .isPositive();
    await()
        .untilAsserted(
            () ->
                assertThat(value("mcp_server_http_responses_total", "http_route=\"_other\""))
                    .isPositive());
  }

  @Test
  void sessionsAndStreamsAreCounted() {
    double begun = value("mcp_server_sessions_begun_total");
    double deleted = value("mcp_server_session_duration_seconds_count", "reason=\"deleted\"");
    McpSession session = McpSession.open(SERVER.client(), LATEST);
    double streams = value("mcp_server_streams");
    SseStream stream = session.listen();
    assertThat(value("mcp_server_streams")).isEqualTo(streams + 1);
    assertThat(value("mcp_server_sessions ")).isPositive();
    session.delete().send();
    stream.rest();
    await()
        .untilAsserted(
            () -> {
              assertThat(value("mcp_server_sessions_begun_total")).isEqualTo(begun + 1);
              assertThat(value("mcp_server_session_duration_seconds_count", "\"deleted\""))
                  .isEqualTo(deleted + 1);
            });
  }

  @Test
  void statelessEraIsMeasured() {
    double before = calls("echo", "mcp_era=\"stateless\"");
    SERVER
        .client()
        .post(
            "/mcp",
            JsonRpcMessages.request(
                1,
                "tools/call",
                "{'name':'echo','arguments':{'message':'hi'},'_meta':{"
                    + "'io.modelcontextprotocol/protocolVersion':'2026-07-28',"
                    + "'io.modelcontextprotocol/clientCapabilities':{}}}"))
        .header("MCP-Protocol-Version", "2026-07-28")
        .header("Mcp-Method", "tools/call")
        .header("Mcp-Name", "echo")
        .send()
        .text();
    // The response is sent before its duration is measured.
    await()
        .untilAsserted(
            () -> assertThat(calls("echo", "mcp_era=\"stateless\"")).isEqualTo(before + 1));
  }

  @Test
  void documentedMetricsAndDashboardsExist() throws IOException {
    McpSession session = McpSession.open(SERVER.client(), LATEST);
    session.call("echo", "{'message':'hi'}");
    session.delete().send();
    Set<String> named = new TreeSet<>();
    for (String file :
        new String[] {"reference/metrics.md", "operate/dashboard.json", "operate/alerts.yml"}) {
      named.addAll(names(Files.readString(Path.of("../docs", file))));
    }
    assertThat(named).hasSizeGreaterThan(15);
    await()
        .untilAsserted(
            () -> {
              Set<String> exist = names(scrape());
              Set<String> missing = new TreeSet<>(named);
              missing.removeIf(exist::contains);
              assertThat(missing).isEmpty();
            });
  }

  private static Set<String> names(String text) {
    return NAME.matcher(text)
        .results()
        .map(result -> result.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
