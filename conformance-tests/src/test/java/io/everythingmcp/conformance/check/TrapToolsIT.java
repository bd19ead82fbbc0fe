package io.everythingmcp.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SharedServer;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tools that a client must not offer, and schemas that it must not follow. */
class TrapToolsIT {
  @RegisterExtension static final SharedServer SERVER = SharedServer.with("FIXTURES", "true");

  private static final String REVISION = "2026-07-28";

  private int ids;

  private RawResponse modern(CheckedRun run, String method, String name) {
    Map<String, Object> params = new HashMap<>();
    params.put(
        "_meta",
        Map.of(
            "io.modelcontextprotocol/protocolVersion",
            REVISION,
            "io.modelcontextprotocol/clientInfo",
            Map.of("name", "scripted", "version", "1.0"),
            "io.modelcontextprotocol/clientCapabilities",
            Map.of()));
    if (name != null) {
      params.put("name", name);
      params.put("arguments", Map.of());
    }
    var request =
        SERVER
            .client()
            .post(
                run.mcp(),
                CheckedRun.json(
                    Map.of("jsonrpc", "2.0", "id", ++ids, "method", method, "params", params)))
            .header("MCP-Protocol-Version", REVISION)
            .header("Mcp-Method", method);
    return (name == null ? request : request.header("Mcp-Name", name)).send();
  }

  private static List<String> names(RawResponse list) {
    return list.reply().path("result").path("tools").findValuesAsText("name");
  }

  @Test
  void callOfAToolWithAnInvalidAnnotationIsAViolation() {
    CheckedRun run = CheckedRun.start(SERVER.client(), "headers");
    run.connect();
    assertThat(names(run.list(null))).doesNotContain("invalidEmpty");
    assertThat(names(modern(run, "tools/list", null)))
        .contains("echo", "invalidEmpty", "invalidDuplicate", "invalidObject");
    assertThat(CheckedRun.check(run.report(), "M08").path("status").asText())
        .isNotEqualTo("FAILURE");
    modern(run, "tools/call", "invalidEmpty");
    JsonNode check = CheckedRun.check(run.report(), "M08");
    assertThat(check.path("status").asText()).as(check.toString()).isEqualTo("FAILURE");
  }

  @Test
  void networkReferenceMustNotBeFetched() {
    CheckedRun run = CheckedRun.start(SERVER.client(), "schemas");
    JsonNode list = modern(run, "tools/list", null).reply();
    String reference = list.findValue("$ref").asText();
    assertThat(reference).contains(run.id());
    assertThat(CheckedRun.check(run.report(), "M29").path("status").asText()).isEqualTo("SUCCESS");
    RawResponse fetched = SERVER.client().get(URI.create(reference).getPath()).send();
    assertThat(fetched.json().path("type").asText()).isEqualTo("string");
    JsonNode check = CheckedRun.check(run.report(), "M29");
    assertThat(check.path("status").asText()).as(check.toString()).isEqualTo("FAILURE");
    assertThat(CheckedRun.endpoints(run.report())).contains("CANARY");
  }
}
