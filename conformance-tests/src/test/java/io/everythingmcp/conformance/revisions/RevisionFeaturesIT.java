package io.everythingmcp.conformance.revisions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.SharedServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Features of a revision are present in that revision and in later ones, and absent in earlier
 * ones.
 */
@ParameterizedClass
@ValueSource(strings = {"2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"})
class RevisionFeaturesIT {
  private static final String MARCH = "2025-03-26";
  private static final String JUNE = "2025-06-18";
  private static final String NOVEMBER = "2025-11-25";
  private static final String CAPABILITIES =
      "{'sampling':{'tools':{},'context':{}},'elicitation':{'form':{},'url':{}}}";

  @RegisterExtension
  static final SharedServer SERVER = SharedServer.with("FIXTURES", "true", "REQUEST_TIMEOUT", "3s");

  @Parameter private String revision;
  private McpSession session;

  @BeforeEach
  void openSession() {
    session = McpSession.open(SERVER.client(), revision, CAPABILITIES);
  }

  private void since(String first, boolean present) {
    assertThat(present).as("since " + first).isEqualTo(revision.compareTo(first) >= 0);
  }

  private JsonNode result(String method) {
    return session.callMethod(method, "{}").path("result");
  }

  private static boolean any(JsonNode list, String field) {
    return !list.findValues(field).isEmpty();
  }

  private static boolean anyHas(JsonNode list, String field) {
    boolean found = false;
    for (JsonNode entry : list) {
      found |= entry.has(field);
    }
    return found;
  }

  @Test
  void toolMetadata() {
    JsonNode tools = session.list("tools/list", "tools");
    assertThat(tools).isNotEmpty();
    since(MARCH, anyHas(tools, "annotations"));
    since(JUNE, anyHas(tools, "title"));
    since(JUNE, anyHas(tools, "outputSchema"));
    since(NOVEMBER, anyHas(tools, "icons"));
    since(NOVEMBER, anyHas(tools, "execution"));
  }

  @Test
  void promptMetadata() {
    JsonNode prompts = session.list("prompts/list", "prompts");
    since(JUNE, anyHas(prompts, "title"));
    since(JUNE, prompts.findValues("arguments").stream().anyMatch(list -> anyHas(list, "title")));
    since(NOVEMBER, any(prompts, "icons"));
  }

  @Test
  void resourceMetadata() {
    since(JUNE, any(result("resources/list").path("resources"), "title"));
    since(JUNE, any(result("resources/list").path("resources"), "lastModified"));
    since(JUNE, any(result("resources/templates/list").path("resourceTemplates"), "title"));
  }

  @Test
  void serverMetadata() {
    JsonNode handshake = session.handshake().path("result");
    since(MARCH, handshake.path("capabilities").has("completions"));
    since(NOVEMBER, handshake.path("capabilities").has("tasks"));
    since(JUNE, handshake.path("serverInfo").has("title"));
    since(NOVEMBER, handshake.path("serverInfo").has("description"));
    since(NOVEMBER, handshake.path("serverInfo").has("websiteUrl"));
  }

  @Test
  void resultContentTypes() {
    since(MARCH, has(session.call("getTinyAudio", "{}"), "audio"));
    since(JUNE, has(session.call("getResourceLinks", "{}"), "resource_link"));
    JsonNode weather =
        session.call("getStructuredContent", "{'location':'Chicago'}").path("result");
    assertThat(weather.path("content")).isNotEmpty();
    since(JUNE, weather.has("structuredContent"));
    since(JUNE, session.call("whoAmI", "{}").path("result").has("structuredContent"));
  }

  private static boolean has(JsonNode answer, String type) {
    assertThat(answer.path("result").path("content")).as(answer.toString()).isNotEmpty();
    return answer.path("result").path("content").findValuesAsText("type").contains(type);
  }

  @Test
  void structuredContentIsAnObject() {
    JsonNode list =
        session.call("getStructuredContentList", "{'location':'Chicago'}").path("result");
    since(JUNE, list.path("structuredContent").isObject());
    assertThat(list.path("structuredContent").isArray()).isFalse();
  }

  @Test
  void progressMessage() {
    ObjectNode call =
        JsonRpcMessages.call(1, "longRunningOperation", "{'duration':0.02,'steps':1}");
    ((ObjectNode) call.get("params")).putObject("_meta").put("progressToken", "t");
    JsonNode progress = session.post(call).send().events().message();
    assertThat(progress.path("params").path("progress").asInt()).isEqualTo(1);
    since(MARCH, progress.path("params").has("message"));
  }

  @Test
  void elicitation() {
    JsonNode asked = firstMessage("elicitInputs", "{}");
    since(JUNE, asked.path("method").asText().equals("elicitation/create"));
    JsonNode fields = asked.path("params").path("requestedSchema").path("properties");
    since(JUNE, fields.has("petType"));
    since(JUNE, fields.path("check").has("default"));
    since(NOVEMBER, fields.findValuesAsText("type").contains("array"));
    since(NOVEMBER, any(fields, "oneOf"));
    since(NOVEMBER, fields.path("color").has("default"));
    since(NOVEMBER, firstMessage("elicitUrl", "{}").path("params").has("url"));
  }

  @Test
  void samplingWithTools() {
    JsonNode plain = firstMessage("sampleLLM", "{'prompt':'Hello'}");
    assertThat(plain.path("method").asText()).isEqualTo("sampling/createMessage");
    since(
        NOVEMBER,
        firstMessage("sampleLLM", "{'prompt':'Hello','withTools':true}")
            .path("params")
            .has("tools"));
  }

  /** Returns the first message of a tool call: its input request, or its response. */
  private JsonNode firstMessage(String tool, String arguments) {
    var response = session.post(JsonRpcMessages.call(session.nextId(), tool, arguments)).send();
    return response.isStream() ? response.events().message() : response.json();
  }

  @Test
  void invalidArgumentsAreToolErrors() {
    JsonNode answer = session.call("add", "{'a':'one'}");
    since(NOVEMBER, answer.path("result").path("isError").asBoolean());
    assertThat(answer.path("error").path("code").asInt())
        .isEqualTo(revision.equals(NOVEMBER) ? 0 : -32602);
  }

  @Test
  void urlElicitation() {
    JsonNode answer = session.call("elicitUrl", "{'viaError':true}");
    since(NOVEMBER, answer.path("error").path("code").asInt() == -32042);
  }

  @Test
  void taskAugmentedCalls() {
    since(NOVEMBER, result("tasks/list").has("tasks"));
    ObjectNode call =
        JsonRpcMessages.call(
            session.nextId(), "longRunningOperation", "{'duration':0.02,'steps':1}");
    ((ObjectNode) call.get("params")).putObject("task");
    JsonNode answer = session.post(call).send().reply().path("result");
    since(NOVEMBER, answer.has("task"));
    assertThat(answer.has("content")).isNotEqualTo(answer.has("task"));
  }
}
