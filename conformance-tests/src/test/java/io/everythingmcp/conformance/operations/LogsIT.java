package io.everythingmcp.conformance.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.SharedServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Log of a process at the most detailed level. */
class LogsIT {
  private static final String SECRET = "s3cr3t-0123456789-s3cr3t";
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  @RegisterExtension
  static final SharedServer SERVER =
      SharedServer.with(
          "LOG_FORMAT", "json",
          "LOG_LEVEL", "DEBUG",
          "REQUEST_LOG", "true",
          "MANAGEMENT_TOKEN", SECRET);

  /** All lines are JSON, except those that Dropwizard prints before logging is configured. */
  private static List<JsonNode> lines(int from) {
    return SERVER.process().linesAfter(from).stream()
        .filter(line -> line.startsWith("{"))
        .map(JsonTrees::read)
        .toList();
  }

  @Test
  void requestLineHasStatusAndTimeWithoutSecrets() {
    int before = SERVER.process().logLines();
    McpSession session = McpSession.open(SERVER.client(), "2025-11-25");
    session
        .post(JsonRpcMessages.call(1, "echo", "{'message':'Bearer " + SECRET + "'}"))
        .header("Authorization", "Bearer " + SECRET)
        .header("Cookie", "session=" + SECRET)
        .header("X-API-Key", SECRET)
        .send()
        .text();
    SERVER
        .client()
        .request("GET", "/health?access_token=" + SECRET + "&code=" + SECRET)
        .header("User-Agent", "a client, Bearer " + SECRET)
        .send()
        .text();
    SERVER
        .client()
        .request("GET", "/management/stats")
        .header("Authorization", "Bearer " + SECRET)
        .send()
        .text();
    await()
        .untilAsserted(
            () ->
                assertThat(lines(before))
                    .anyMatch(line -> line.path("path").asText().equals("/management/stats"))
                    .anyMatch(
                        line ->
                            line.path("path").asText().equals("/mcp")
                                && line.path("status").asText().equals("200")
                                && line.path("durationMs").asText().matches("\\d+")
                                && line.path("Mcp-Session-Id")
                                    .asText()
                                    .equals(session.id().substring(0, 8) + "...")));
    assertThat(SERVER.process().linesAfter(before))
        .noneMatch(line -> line.contains("s3cr3t") || line.contains(session.id()));
  }

  @Test
  void linesOfATraceHaveItsId() {
    int before = SERVER.process().logLines();
    McpSession session = McpSession.open(SERVER.client(), "2025-11-25");
    session
        .post(
            JsonRpcMessages.request(
                1,
                "tools/call",
                "{'name':'failOnPurpose','arguments':{'kind':'protocol_error'},'_meta':{"
                    + "'traceparent':'00-"
                    + TRACE
                    + "-b7ad6b7169203331-01'}}"))
        .send()
        .text();
    await()
        .untilAsserted(
            () ->
                assertThat(lines(before))
                    .anyMatch(line -> line.path("trace_id").asText().equals(TRACE)));
  }

  @Test
  void failedOperationLogsTheReasonWithoutInput() {
    int before = SERVER.process().logLines();
    McpSession session = McpSession.open(SERVER.client(), "2025-11-25");
    session.call("echo", "{'message':['" + SECRET + "']}");
    session.callMethod("resources/read", "{'uri':'test://" + SECRET + "'}");
    SERVER
        .client()
        .post(
            "/mcp",
            JsonRpcMessages.request(
                1,
                "tools/call",
                "{'name':'echo','_meta':{'io.modelcontextprotocol/protocolVersion':'2026-07-28',"
                    + "'io.modelcontextprotocol/clientCapabilities':{}}}"))
        .header("MCP-Protocol-Version", "2026-07-28")
        .header("Mcp-Method", "tools/call")
        .header("Mcp-Name", "echo")
        .send()
        .text();
    await()
        .untilAsserted(
            () ->
                assertThat(lines(before))
                    .extracting(line -> line.path("message").asText())
                    .anyMatch(
                        line ->
                            line.contains("2025-11-25 tools/call echo")
                                && line.contains("invalid_tool_arguments session ")
                                && line.contains(": Invalid arguments for tool echo: /message"))
                    .anyMatch(
                        line ->
                            line.contains("2026-07-28 tools/call echo")
                                && line.contains("invalid_tool_arguments: Invalid arguments"))
                    .anyMatch(line -> line.contains("resources/read")));
    assertThat(SERVER.process().linesAfter(before)).noneMatch(line -> line.contains("s3cr3t"));
  }
}
