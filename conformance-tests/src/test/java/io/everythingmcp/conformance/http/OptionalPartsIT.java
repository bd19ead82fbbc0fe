package io.everythingmcp.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.SharedServer;
import io.everythingmcp.conformance.harness.SseStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Optional members that a client must preserve or honour occur in each revision that supports them.
 */
class OptionalPartsIT {

  @RegisterExtension static final SharedServer SERVER = SharedServer.with("FIXTURES", "true");

  private static final String SAMPLING = "{'sampling':{}}";

  private static McpSession open(String revision) {
    return McpSession.open(SERVER.client(), revision, SAMPLING);
  }

  private static boolean anyHas(Iterable<JsonNode> list, String member) {
    List<JsonNode> having = new ArrayList<>();
    list.forEach(
        entry -> {
          if (entry.has(member)) {
            having.add(entry);
          }
        });
    return !having.isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2024-11-05, false, false",
    "2025-03-26, false, false",
    "2025-06-18, true, false",
    "2025-11-25, true, true"
  })
  void iconsAndMetadataAreOnEachKindOfDefinition(String revision, boolean meta, boolean icons) {
    McpSession session = open(revision);
    assertThat(session.handshake().at("/result/serverInfo").has("icons")).isEqualTo(icons);
    String[][] lists = {
      {"tools/list", "tools"},
      {"prompts/list", "prompts"},
      {"resources/list", "resources"},
      {"resources/templates/list", "resourceTemplates"}
    };
    for (String[] list : lists) {
      Iterable<JsonNode> entries = session.list(list[0], list[1]);
      assertThat(anyHas(entries, "icons")).as(list[1] + " with icons").isEqualTo(icons);
      assertThat(anyHas(entries, "_meta")).as(list[1] + " with _meta").isEqualTo(meta);
    }
    JsonNode content =
        session.call("annotatedMessage", "{'messageType':'error'}").at("/result/content/0");
    assertThat(content.has("_meta")).as(content.toString()).isEqualTo(meta);
    JsonNode page = session.callMethod("resources/read", "{'uri':'docs://everything/welcome'}");
    assertThat(page.at("/result/contents/0").has("_meta")).isEqualTo(meta);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"})
  void requestMetadataIsReturned(String revision) {
    JsonNode result =
        open(revision)
            .callMethod(
                "tools/call",
                "{'name':'echo','arguments':{'message':'x'},"
                    + "'_meta':{'progressToken':7,'com.example/key':{'a':[1,'b']}}}")
            .path("result");
    JsonNode seen = result.at("/_meta/io.everythingmcp~1requestMeta");
    assertThat(seen.path("progressToken").asInt()).as(result.toString()).isEqualTo(7);
    assertThat(seen.path("com.example/key").toString()).isEqualTo("{\"a\":[1,\"b\"]}");
  }

  @Test
  void statelessRequestMetadataIsReturned() {
    JsonNode result =
        SERVER
            .client()
            .post(
                "/mcp",
                JsonRpcMessages.request(
                    1,
                    "tools/call",
                    "{'name':'echo','arguments':{'message':'x'},'_meta':{"
                        + "'io.modelcontextprotocol/protocolVersion':'2026-07-28',"
                        + "'io.modelcontextprotocol/clientCapabilities':{},'com.example/key':'v'}}"))
            .header("MCP-Protocol-Version", "2026-07-28")
            .header("Mcp-Method", "tools/call")
            .header("Mcp-Name", "echo")
            .send()
            .reply()
            .path("result");
    assertThat(result.at("/_meta/io.everythingmcp~1requestMeta").toString())
        .isEqualTo("{\"com.example/key\":\"v\"}");
    assertThat(result.path("_meta").has("io.modelcontextprotocol/serverInfo")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-11-05", "2025-11-25"})
  void samplingRequestHasAllOptionalMembers(String revision) {
    McpSession session = open(revision);
    SseStream stream =
        session
            .post(
                JsonRpcMessages.call(
                    1,
                    "sampleLLM",
                    "{'prompt':'x','model':'small','stopSequences':['END','\\n\\n']}"))
            .send()
            .events();
    JsonNode asked = stream.message(m -> m.has("method")).path("params");
    JsonNode preferences = asked.path("modelPreferences");
    assertThat(preferences.at("/hints/0/name").asText()).isEqualTo("small");
    for (String priority : List.of("costPriority", "speedPriority", "intelligencePriority")) {
      assertThat(preferences.path(priority).asDouble(-1)).as(priority).isBetween(0.0, 1.0);
    }
    assertThat(asked.path("stopSequences").toString()).isEqualTo("[\"END\",\"\\n\\n\"]");
    assertThat(asked.path("metadata").isObject()).isTrue();
    stream.close();
  }
}
