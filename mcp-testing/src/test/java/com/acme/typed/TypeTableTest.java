package com.acme.typed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.typed.AnnotatedFeatures;
import io.everythingmcp.testing.McpTestClient;
import io.everythingmcp.testing.McpTestClient.Revisions;
import io.everythingmcp.testing.McpTestServer;
import io.everythingmcp.testing.ToolCallResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Each type of an argument: its schema, an accepted value, and a rejected one. */
class TypeTableTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<JsonNode> TOOLS = new ArrayList<>();
  private static McpTestServer server;
  private static McpTestClient client;

  @BeforeAll
  static void start() {
    server =
        TypedServer.start(
            AnnotatedFeatures.of(
                new ValueTypeTools(), new ComposedTypeTools(), new ConstrainedTypeTools()));
    client = server.client(Revisions.STATELESS);
    JsonNode page = client.request("tools/list", JSON.createObjectNode());
    page.path("tools").forEach(TOOLS::add);
    while (page.has("nextCursor")) {
      ObjectNode next = JSON.createObjectNode().set("cursor", page.get("nextCursor"));
      page = client.request("tools/list", next);
      page.path("tools").forEach(TOOLS::add);
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvFileSource(resources = "argument-types.csv", delimiter = ';', quoteCharacter = '\'')
  void typeHasItsSchema(String tool, String schema) throws Exception {
    JsonNode actual = schema(tool);
    JsonNode expected = JSON.readTree(schema);
    if (!expected.isObject()) {
      assertThat(actual.isObject()).isTrue();
      return;
    }
    ObjectNode shown = actual.deepCopy();
    expected
        .properties()
        .forEach(
            keyword -> {
              if (keyword.getValue().asText().equals("*") && shown.has(keyword.getKey())) {
                shown.put(keyword.getKey(), "*");
              }
            });
    assertThat(shown).isEqualTo(expected);
  }

  private static JsonNode schema(String name) {
    for (JsonNode tool : TOOLS) {
      if (tool.path("name").asText().equals(name)) {
        return tool.at("/inputSchema/properties/value");
      }
    }
    throw new AssertionError("No tool " + name);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "argument-types.csv", delimiter = ';', quoteCharacter = '\'')
  void valueIsAccepted(String tool, String schema, String accepted, String text) throws Exception {
    ToolCallResult result = call(tool, accepted);
    assertThat(result.text()).isEqualTo(text);
    assertThat(result.isError()).isFalse();
  }

  @ParameterizedTest
  @CsvFileSource(resources = "argument-types.csv", delimiter = ';', quoteCharacter = '\'')
  void valueIsRejectedAndTheArgumentNamed(
      String tool, String schema, String accepted, String text, String refused) throws Exception {
    if (refused != null) {
      ToolCallResult result = call(tool, refused);
      assertThat(result.isError()).as(result.text()).isTrue();
      assertThat(result.text())
          .startsWith("Invalid arguments for tool " + tool + ": ")
          .contains("/value")
          .doesNotContain("java.", "com.acme", "Exception");
    }
  }

  private static ToolCallResult call(String tool, String value) throws Exception {
    return client.callTool(tool, Map.of("value", JSON.readTree(value)));
  }
}
