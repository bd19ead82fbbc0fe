package io.everythingmcp.server.protocol.stateless;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Tool;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses to requests, independent of the transport. */
class StatelessEraTest {
  private final StatelessHarness harness =
      new StatelessHarness(
          tool(
              "broken",
              call -> {
                throw new IllegalStateException("secret detail");
              }));

  @AfterEach
  void close() {
    harness.close();
  }

  static Tool tool(String name, Function<RequestContext, RequestOutcome> work) {
    McpSchema.Tool definition =
        McpSchema.Tool.builder(name, Map.of("type", "object", "properties", Map.of())).build();
    return new Tool() {
      @Override
      public McpSchema.Tool definition() {
        return definition;
      }

      @Override
      public RequestOutcome call(RequestContext call) {
        return work.apply(call);
      }
    };
  }

  @Test
  void discoverReturnsRevisionsAndCapabilities() {
    JsonNode result = harness.send("server/discover", Map.of()).result();
    assertThat(result.path("supportedVersions")).isEqualTo(WireJson.tree(List.of("2026-07-28")));
    assertThat(result.at("/capabilities/resources/subscribe").asBoolean()).isTrue();
    assertThat(result.path("capabilities").has("tasks")).isFalse();
    assertThat(result.path("ttlMs").asLong()).isPositive();
    assertThat(result.path("cacheScope").asText()).isEqualTo("public");
    assertThat(result.path("instructions").asText()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "server/discover; {}",
        "tools/list; {}",
        "prompts/list; {}",
        "resources/list; {}",
        "resources/templates/list; {}",
        "resources/read; {\"uri\":\"test://static/resource/1\"}",
        "tools/call; {\"name\":\"echo\",\"arguments\":{\"message\":\"x\"}}",
        "tools/call; {\"name\":\"echo\",\"arguments\":{}}",
        "tools/call; {\"name\":\"collectDetails\"}",
        "prompts/get; {\"name\":\"simple_prompt\"}",
        "completion/complete;"
            + " {\"ref\":{\"type\":\"ref/resource\",\"uri\":\"docs://everything/{page}\"},"
            + "\"argument\":{\"name\":\"page\",\"value\":\"\"}}",
      })
  void everyResultHasItsTypeAndServerInfo(String method, String params) {
    JsonNode result =
        harness.send(method, WireJson.map(WireJson.read(params, JsonNode.class))).await().result();
    String type = params.contains("collectDetails") ? "input_required" : "complete";
    assertThat(result.path("resultType").asText()).isEqualTo(type);
    assertThat(
            result.path("_meta").path("io.modelcontextprotocol/serverInfo").path("name").asText())
        .isEqualTo("everything-server");
    boolean cacheable =
        method.equals("server/discover") || method.endsWith("/list") || method.endsWith("/read");
    assertThat(result.has("ttlMs")).isEqualTo(cacheable);
    assertThat(result.has("cacheScope")).isEqualTo(cacheable);
  }

  @Test
  void listsArePublicAndReadsArePrivate() {
    assertThat(harness.send("tools/list", Map.of()).result().path("cacheScope").asText())
        .isEqualTo("public");
    assertThat(
            harness
                .send("resources/read", Map.of("uri", "test://static/resource/1"))
                .result()
                .path("cacheScope")
                .asText())
        .isEqualTo("private");
  }

  @Test
  void sessionToolsAreUnknown() {
    JsonNode tools = harness.send("tools/list", Map.of()).result().path("tools");
    assertThat(StreamSupport.stream(tools.spliterator(), false).map(t -> t.path("name").asText()))
        .contains("echo", "longRunningOperation")
        .noneMatch(name -> name.startsWith("toggle"));
    assertThat(tools).allMatch(tool -> !tool.has("execution"));
    assertThat(harness.call("toggleLogging", Map.of()).error().path("code").asInt())
        .isEqualTo(-32602);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "initialize",
        "ping",
        "logging/setLevel",
        "resources/subscribe",
        "resources/unsubscribe",
        "tasks/list",
        "tasks/result",
        "unknown/method",
      })
  void methodsOfOtherRevisionsAreNotFound(String method) {
    RecordingExchange exchange = harness.send(WireJson.tree("an-id"), method, Map.of());
    assertThat(exchange.status()).isEqualTo(404);
    assertThat(exchange.error().path("code").asInt()).isEqualTo(-32601);
    assertThat(exchange.response().path("id")).isEqualTo(WireJson.tree("an-id"));
  }

  @ParameterizedTest(name = "{0} {1}: {2}, {3}")
  @CsvSource(
      delimiter = ';',
      value = {
        "tools/call; {\"name\":\"noSuchTool\"}; 200; -32602",
        "tools/call; {\"name\":5}; 200; -32602",
        "tools/call; {\"name\":\"echo\",\"arguments\":5}; 200; -32602",
        "tools/call; {\"name\":\"broken\"}; 200; -32603",
        "prompts/get; {\"name\":\"no_such_prompt\"}; 200; -32602",
        "prompts/get; {\"name\":\"complex_prompt\"}; 200; -32602",
        "resources/read; {\"uri\":\"test://nothing\"}; 200; -32602",
        "resources/list; {\"cursor\":\"x\"}; 200; -32602",
        "resources/list; {\"cursor\":\"\"}; 200; -32602",
        "completion/complete; {}; 200; -32602",
        "subscriptions/listen; {}; 200; -32602",
        "subscriptions/listen; {\"notifications\":{\"toolsListChanged\":5}}; 200; -32602",
        "subscriptions/listen; {\"notifications\":{\"resourceSubscriptions\":[5]}}; 200; -32602",
      })
  void errorsHaveTheirCodes(String method, String params, int status, int code) {
    RecordingExchange exchange =
        harness.send(method, WireJson.map(WireJson.read(params, JsonNode.class))).await();
    assertThat(exchange.status()).isEqualTo(status);
    assertThat(exchange.error().path("code").asInt()).isEqualTo(code);
    assertThat(exchange.error().path("message").asText()).isNotEmpty().doesNotContain("secret");
  }

  @Test
  void missingResourceIsNamed() {
    JsonNode error = harness.send("resources/read", Map.of("uri", "test://nothing")).error();
    assertThat(error.at("/data/uri").asText()).isEqualTo("test://nothing");
  }

  @Test
  void invalidArgumentsAreToolErrors() {
    JsonNode result = harness.call("echo", Map.of()).result();
    assertThat(result.path("isError").asBoolean()).isTrue();
    assertThat(result.at("/content/0/text").asText()).contains("message");
  }

  @Test
  void undeclaredCapabilityIsRequired() {
    RecordingExchange exchange =
        harness.declaring(Map.of()).call("test_missing_capability", Map.of());
    assertThat(exchange.status()).isEqualTo(400);
    assertThat(exchange.error().path("code").asInt()).isEqualTo(-32021);
    assertThat(exchange.error().at("/data/requiredCapabilities"))
        .isEqualTo(WireJson.tree(Map.of("sampling", Map.of())));
  }

  @Test
  void requiredUrlElicitationIsAnInputRequest() {
    RecordingExchange exchange = harness.call("elicitUrl", Map.of("viaError", true));
    JsonNode result = exchange.result();
    assertThat(result.path("resultType").asText()).isEqualTo("input_required");
    assertThat(result.at("/inputRequests/consent-1/params/mode").asText()).isEqualTo("url");
    assertThat(result.at("/inputRequests/consent-1/params/url").asText()).startsWith("http");
  }

  @Test
  void twoRoundTrips() {
    Map<String, Object> call = Map.of("name", "collectDetails", "arguments", Map.of());
    JsonNode first = harness.send("tools/call", call).result();
    JsonNode second = response(call, first, "name", "Ada");
    assertThat(second.at("/inputRequests/color/params/message").asText()).contains("Ada");
    JsonNode third = response(call, second, "color", "red");
    assertThat(third.at("/content/0/text").asText()).isEqualTo("Ada's favorite color is red.");
  }

  private JsonNode response(Map<String, Object> call, JsonNode asked, String key, String text) {
    Map<String, Object> retry = new HashMap<>(call);
    retry.put("requestState", asked.path("requestState").asText());
    retry.put(
        "inputResponses", Map.of(key, Map.of("action", "accept", "content", Map.of(key, text))));
    return harness.send("tools/call", retry).await().result();
  }

  @Test
  void modifiedStateIsRejected() {
    Map<String, Object> call = Map.of("name", "collectDetails", "arguments", Map.of());
    String state = harness.send("tools/call", call).result().path("requestState").asText();
    for (String wrong : List.of(state + "-TAMPERED", state.substring(1), "", "v1.x.y")) {
      Map<String, Object> retry = new HashMap<>(call);
      retry.put("requestState", wrong);
      RecordingExchange exchange = harness.send("tools/call", retry).await();
      assertThat(exchange.status()).isEqualTo(200);
      assertThat(exchange.error().path("code").asInt()).isEqualTo(-32602);
    }
  }

  @Test
  void structuredContentMayBeAnyValue() {
    JsonNode result =
        harness.call("getStructuredContentList", Map.of("location", "Chicago")).result();
    assertThat(result.path("structuredContent").isArray()).isTrue();
  }

  @Test
  void notificationsAreAcceptedAndIgnored() {
    RecordingExchange exchange =
        harness.serve(new RpcMessage.Notification("notifications/cancelled", WireJson.object()));
    assertThat(exchange.status()).isEqualTo(202);
    assertThat(exchange.response()).isNull();
  }

  @Test
  void storedValuesAreOwnedAndNotListed() {
    harness.as("alice", null);
    JsonNode made =
        harness.call("createSessionResource", Map.of("name", "n", "text", "mine")).result();
    String uri = made.at("/content/1/uri").asText();
    assertThat(uri).isNotEmpty();
    JsonNode read = harness.send("resources/read", Map.of("uri", uri)).result();
    assertThat(read.at("/contents/0/text").asText()).isEqualTo("mine");
    assertThat(harness.send("resources/list", Map.of()).result().toString()).doesNotContain(uri);
    harness.as("bob", null);
    assertThat(harness.send("resources/read", Map.of("uri", uri)).error().path("code").asInt())
        .isEqualTo(-32602);
  }

  @Test
  void deferredWorkHasTheArgumentsOfTheCall() {
    JsonNode result =
        harness.call("longRunningOperation", Map.of("duration", 0.1, "steps", 2)).result();
    assertThat(result.at("/content/0/text").asText()).contains("0.1 seconds, Steps: 2");
  }

  @Test
  void deferredWorkMayRequireInput() {
    Map<String, Object> call =
        Map.of("name", "confirm_delete", "arguments", Map.of("filename", "notes.txt"));
    JsonNode asked = harness.send("tools/call", call).await().result();
    String key = asked.path("inputRequests").fieldNames().next();
    Map<String, Object> retry = new HashMap<>(call);
    retry.put("requestState", asked.path("requestState").asText());
    retry.put(
        "inputResponses",
        Map.of(key, Map.of("action", "accept", "content", Map.of("confirm", true))));
    JsonNode done = harness.send("tools/call", retry).await().result();
    assertThat(done.at("/content/0/text").asText()).contains("notes.txt");
  }

  @Test
  void shutdownIsReported() {
    harness.server().drain();
    RecordingExchange exchange = harness.send("tools/list", Map.of());
    assertThat(exchange.status()).isEqualTo(503);
    assertThat(exchange.headers()).containsKey("Retry-After");
    assertThat(exchange.response().path("id")).isEqualTo(WireJson.tree(1));
  }
}
