package io.everythingmcp.conformance.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SharedServer;
import io.everythingmcp.conformance.harness.SseStream;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fixtures of scenarios that the official suite has in its repository. */
class UpcomingFixturesIT {
  private static final String STATEFUL = "2025-11-25";
  private static final String SCOPES = "mcp:conformance:";

  @RegisterExtension static final SharedServer SERVER = SharedServer.with("FIXTURES", "true");

  private static RawRequest request(String token, String method, String params) {
    return TokenUser.user(SERVER.client(), token).stateless(method, params);
  }

  private static JsonNode result(String method, String params) {
    return request(null, method, params).send().reply().path("result");
  }

  @ParameterizedTest
  @CsvSource({
    "tools/call, name, test_simple_text, tools:call, tools:test_simple_text",
    "resources/read, uri, test://static-text, resources:read, resources:static",
    "resources/read, uri, test://template/123/data, resources:read, resources:template:123",
    "resources/read, uri, test://template/7/data, resources:read, resources:template:7",
    "prompts/get, name, test_simple_prompt, prompts:get, prompts:test_simple_prompt"
  })
  void tokenWithTheBaselineScopeIsChallenged(
      String method, String member, String name, String scope, String further) {
    String params = "{'" + member + "':'" + name + "'}";
    RawResponse refused = request("mcp-conformance-scope-low", method, params).send();
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.headers("WWW-Authenticate"))
        .singleElement()
        .asString()
        .startsWith("Bearer ")
        .contains(
            "error=\"insufficient_scope\"",
            "scope=\"" + SCOPES + scope + " " + SCOPES + further + "\"",
            "resource_metadata=\"" + SERVER.uri() + "/.well-known/oauth-protected-resource/mcp\"");
    assertThat(refused.json().path("error").path("code").asInt()).isNegative();
    assertThat(refused.json().has("id")).isFalse();
    for (String token : new String[] {"mcp-conformance-scope-full", "another-token", null}) {
      RawResponse served = request(token, method, params).send();
      assertThat(served.status()).as(token).isEqualTo(200);
      assertThat(served.reply().has("result")).as(token).isTrue();
    }
  }

  @Test
  void tokenWithTheBaselineScopeMayDoEverythingElse() {
    assertThat(request("mcp-conformance-scope-low", "tools/list", "{}").send().status())
        .isEqualTo(200);
    assertThat(
            request("mcp-conformance-scope-low", "tools/call", "{'name':'test_image_content'}")
                .send()
                .status())
        .isEqualTo(200);
  }

  private static Map<String, JsonNode> outputSchemas() {
    Map<String, JsonNode> schemas = new HashMap<>();
    String params = "{}";
    while (params != null) {
      JsonNode page = result("tools/list", params);
      page.path("tools").forEach(t -> schemas.put(t.path("name").asText(), t.path("outputSchema")));
      params =
          page.has("nextCursor") ? "{'cursor':'" + page.get("nextCursor").asText() + "'}" : null;
    }
    return schemas;
  }

  @Test
  void structuredContentIsAnArrayOrANumberSinceItIsAllowed() {
    Map<String, JsonNode> schemas = outputSchemas();
    assertThat(schemas.get("sep_2106_array_output_tool").path("type").asText()).isEqualTo("array");
    assertThat(schemas.get("sep_2106_primitive_output_tool").path("type").asText())
        .isEqualTo("number");
    JsonNode array = result("tools/call", "{'name':'sep_2106_array_output_tool'}");
    JsonNode number = result("tools/call", "{'name':'sep_2106_primitive_output_tool'}");
    assertThat(array.path("structuredContent").isArray()).isTrue();
    assertThat(number.path("structuredContent").isNumber()).isTrue();
    McpSession session = McpSession.open(SERVER.client(), STATEFUL);
    assertThat(
            session.call("sep_2106_array_output_tool", "{}").at("/result/structuredContent/result"))
        .isEqualTo(array.path("structuredContent"));
    assertThat(
            session
                .call("sep_2106_primitive_output_tool", "{}")
                .at("/result/structuredContent/result"))
        .isEqualTo(number.path("structuredContent"));
  }

  private static JsonNode method(SseStream stream, String method) {
    return stream.message(message -> message.path("method").asText().equals(method));
  }

  /** Calls a tool, accepts what it requests, and returns the parameters of the request. */
  private static JsonNode accepted(McpSession session, String tool) {
    try (SseStream stream = session.post(JsonRpcMessages.call(7, tool, "{}")).send().events()) {
      JsonNode requested = method(stream, "elicitation/create");
      assertThat(
              session
                  .post(
                      "{\"jsonrpc\":\"2.0\",\"id\":"
                          + requested.get("id")
                          + ",\"result\":{\"action\":\"accept\"}}")
                  .send()
                  .status())
          .isEqualTo(202);
      JsonNode response = stream.message(message -> message.has("result"));
      assertThat(response.at("/result/content/0/text").asText()).contains("accept");
      return requested.path("params");
    }
  }

  private static void describesAPage(JsonNode elicitation) {
    assertThat(elicitation.path("mode").asText()).isEqualTo("url");
    assertThat(elicitation.path("message").asText()).isNotBlank();
    assertThat(elicitation.path("elicitationId").asText()).isNotBlank();
    assertThat(elicitation.path("url").asText()).startsWith(SERVER.uri() + "/elicitation/");
  }

  @Test
  void pageIsRequestedRequiredByAnErrorAndReportedAsCompleted() {
    McpSession session =
        McpSession.open(SERVER.client(), STATEFUL, "{'elicitation':{'form':{},'url':{}}}");
    try (SseStream notifications = session.listen()) {
      describesAPage(accepted(session, "test_elicitation_sep1036_url"));
      JsonNode error =
          session
              .post(JsonRpcMessages.call(8, "test_elicitation_sep1036_error", "{}"))
              .send()
              .reply()
              .path("error");
      assertThat(error.path("code").asInt()).isEqualTo(-32042);
      assertThat(error.at("/data/elicitations").size()).isPositive();
      error.at("/data/elicitations").forEach(UpcomingFixturesIT::describesAPage);
      JsonNode completed = accepted(session, "test_elicitation_sep1036_complete");
      assertThat(
              method(notifications, "notifications/elicitation/complete")
                  .at("/params/elicitationId"))
          .as("the first one was not completed")
          .isEqualTo(completed.path("elicitationId"));
    }
  }

  @Test
  void extensionsAreDeclaredAndThoseOfTheClientReturnedAsSent() {
    String sent = "{'com.example/one':{'a':[null,1]},'com.example/two':{}}";
    McpSession session = McpSession.open(SERVER.client(), STATEFUL, "{'extensions':" + sent + "}");
    assertThat(session.handshake().at("/result/capabilities/extensions"))
        .isEqualTo(
            JsonTrees.object(
                "{'io.modelcontextprotocol/ui':{},'com.example/conformance':{'nested':"
                    + "{'enabled':true,'limit':3},'values':[null,'b',4]},'com.example/empty':{}}"));
    String text =
        session
            .call("test_legacy_extension_capabilities", "{}")
            .at("/result/content/0/text")
            .asText();
    assertThat(JsonTrees.read(text)).isEqualTo(JsonTrees.object("{'extensions':" + sent + "}"));
  }
}
