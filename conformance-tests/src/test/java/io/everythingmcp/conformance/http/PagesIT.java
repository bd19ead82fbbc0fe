package io.everythingmcp.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.harness.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pagination of each list in both eras. */
class PagesIT {
  @RegisterExtension static final SharedServer SERVER = SharedServer.with("FIXTURES", "true");

  private final McpSession session = McpSession.open(SERVER.client(), "2025-11-25");

  @ParameterizedTest
  @CsvSource({
    "tools/list, tools, 20",
    "prompts/list, prompts, 3",
    "resources/list, resources, 10",
    "resources/templates/list, resourceTemplates, 3"
  })
  void listHasSeveralPages(String method, String field, int size) {
    JsonNode first = session.callMethod(method, "{}").path("result");
    assertThat(first.path(field)).hasSize(size);
    assertThat(first.path("nextCursor").isTextual()).isTrue();
    assertThat(session.list(method, field).size()).isGreaterThan(size);
    JsonNode stateless = stateless(method).send().json().path("result");
    assertThat(stateless.path(field)).hasSize(size);
    assertThat(stateless.path("nextCursor").isTextual()).isTrue();
  }

  private static RawRequest stateless(String method) {
    return SERVER
        .client()
        .post(
            "/mcp",
            JsonRpcMessages.request(
                1,
                method,
                "{'_meta':{'io.modelcontextprotocol/protocolVersion':'2026-07-28',"
                    + "'io.modelcontextprotocol/clientCapabilities':{}}}"))
        .header("MCP-Protocol-Version", "2026-07-28")
        .header("Mcp-Method", method);
  }

  @Test
  void tasksHaveSeveralPages() {
    for (int i = 0; i < 11; i++) {
      session.callMethod(
          "tools/call", "{'name':'slow_compute','arguments':{'seconds':0},'task':{'ttl':60000}}");
    }
    assertThat(session.callMethod("tasks/list", "{}").at("/result/tasks")).hasSize(10);
    assertThat(session.list("tasks/list", "tasks")).hasSize(11);
  }

  @Test
  void documentationPagesFollowTheResources() {
    JsonNode resources = session.list("resources/list", "resources");
    for (int i = 1; i <= 100; i++) {
      assertThat(resources.path(i - 1).path("uri").asText())
          .isEqualTo("test://static/resource/" + i);
    }
    assertThat(resources.path(100).path("uri").asText()).isEqualTo("docs://everything/welcome");
    assertThat(
            session
                .callMethod("resources/read", "{'uri':'docs://everything/welcome'}")
                .at("/result/contents/0/mimeType")
                .asText())
        .isEqualTo("text/markdown");
  }
}
