package com.acme.typed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.typed.AnnotatedFeatures;
import io.everythingmcp.testing.McpTestClient;
import io.everythingmcp.testing.McpTestClient.Revisions;
import io.everythingmcp.testing.McpTestServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Completion, icons, hints, task support and threads, as annotations declare them. */
class AnnotatedOptionsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static McpTestServer server;

  @BeforeAll
  static void start() {
    server = TypedServer.start(AnnotatedFeatures.of(new AnnotatedOptions()));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static McpTestClient client(Revisions revisions) {
    return TypedServer.client(server, revisions, Map.of());
  }

  private static JsonNode json(String text) throws Exception {
    return JSON.readTree(text.replace('\'', '"'));
  }

  private static JsonNode complete(Revisions revisions, String params) throws Exception {
    return client(revisions)
        .request("completion/complete", (ObjectNode) json(params))
        .at("/completion/values");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "guest | A | ['Ada','Alan']",
        "guest | '' | ['Ada','Alan','Grace']",
        "guest | Z | []",
        "tone | F | ['FORMAL','FRIENDLY']",
        "second | FR | ['FRIENDLY']",
        "drink | c | ['coffee']"
      })
  void argumentsOfPromptsAreCompleted(String argument, String typed, String values)
      throws Exception {
    String params =
        "{'ref':{'type':'ref/prompt','name':'letter'},'argument':{'name':'"
            + argument
            + "','value':'"
            + typed.replace("'", "")
            + "'}}";
    for (Revisions revisions : Revisions.values()) {
      assertThat(complete(revisions, params)).as("%s", revisions).isEqualTo(json(values));
    }
  }

  @ParameterizedTest
  @EnumSource
  void variablesOfTemplatesAreCompletedFromOtherArguments(Revisions revisions) throws Exception {
    String params =
        "{'ref':{'type':'ref/resource','uri':'office://desks/{floor}/{name}'},"
            + "'argument':{'name':'name','value':'n'},'context':{'arguments':{'floor':'3'}}}";
    assertThat(complete(revisions, params)).isEqualTo(json("['north-3']"));
  }

  @ParameterizedTest
  @EnumSource
  void optionsAreInTheDefinitions(Revisions revisions) throws Exception {
    McpTestClient client = client(revisions);
    JsonNode tools = client.request("tools/list", JSON.createObjectNode()).path("tools");
    JsonNode all = tools.get(0);
    assertThat(all.path("title").asText()).isEqualTo("All");
    assertThat(all.path("icons")).isEqualTo(json("[{'src':'https://acme.example/all.png'}]"));
    assertThat(all.path("annotations"))
        .isEqualTo(
            json(
                "{'readOnlyHint':true,'destructiveHint':false,'idempotentHint':true,"
                    + "'openWorldHint':false}"));
    assertThat(tools.get(1).path("annotations"))
        .isEqualTo(
            json(
                "{'readOnlyHint':false,'destructiveHint':true,'idempotentHint':false,"
                    + "'openWorldHint':true}"));
    assertThat(tools.get(1).has("icons")).isFalse();
    JsonNode prompts = client.request("prompts/list", JSON.createObjectNode()).path("prompts");
    assertThat(prompts.at("/0/icons/0/src").asText()).isEqualTo("https://acme.example/letter.png");
    assertThat(client.server().at("/capabilities/logging").isObject()).isTrue();
    assertThat(client.server().at("/capabilities/completions").isObject()).isTrue();
  }

  @Test
  void taskSupportIsInTheDefinitionsOfItsRevision() {
    JsonNode tools =
        client(Revisions.STATEFUL).request("tools/list", JSON.createObjectNode()).path("tools");
    assertThat(tools.at("/0/execution/taskSupport").asText()).isEqualTo("optional");
    assertThat(tools.at("/1/execution/taskSupport").asText("forbidden")).isEqualTo("forbidden");
  }

  @ParameterizedTest
  @EnumSource
  void aMethodThatNeverWaitsRunsOnTheThreadOfTheRequest(Revisions revisions) {
    String thread = client(revisions).callTool("all", Map.of()).text();
    assertThat(thread).startsWith("dw-");
  }
}
