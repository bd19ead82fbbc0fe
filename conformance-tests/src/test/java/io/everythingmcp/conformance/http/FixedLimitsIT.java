package io.everythingmcp.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.client.StatelessClient;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SharedServer;
import io.everythingmcp.conformance.harness.SseStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits without a setting: the maximum is accepted, and one more is rejected. */
class FixedLimitsIT {
  private static final String LATEST = "2025-11-25";
  private static final String KEY = "a-key-of-a-caller-with-many-tools";
  private static final String OTHER_KEY = "a-key-of-a-caller-with-many-tasks";

  @RegisterExtension
  static final SharedServer SERVER =
      SharedServer.with("AUTH_MODE", "api_key", "API_KEYS", KEY + "," + OTHER_KEY);

  private static RawClient client() {
    return client(KEY);
  }

  private static RawClient client(String key) {
    return SERVER.client().with(Map.of("X-API-Key", key));
  }

  private static McpSession session(String revision) {
    return McpSession.open(client(), revision);
  }

  private static int code(JsonNode reply) {
    return reply.path("error").path("code").asInt();
  }

  @ParameterizedTest
  @CsvSource({"64, 200", "65, 400", "20000, 400"})
  void jsonDepth(int depth, int status) {
    // The message and its params are two of the levels.
    String deep = "[".repeat(depth - 2) + "]".repeat(depth - 2);
    String message =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{\"deep\":" + deep + "}}";
    RawResponse response = session(LATEST).post(message).send();
    assertThat(response.status()).isEqualTo(status);
    if (status == 400) {
      ErrorResponse.check(response, 400, -32700);
    }
  }

  @ParameterizedTest
  @CsvSource({"100, 200", "101, 400"})
  void messagesInABatch(int messages, int status) {
    String one = JsonRpcMessages.request(1, "ping") + ",";
    String batch = "[" + one.repeat(messages - 1) + JsonRpcMessages.request(2, "ping") + "]";
    RawResponse response = session("2025-03-26").post(batch).send();
    assertThat(response.status()).as(response.toString()).isEqualTo(status);
    if (status == 200) {
      assertThat(response.json()).hasSize(messages);
    } else {
      assertThat(ErrorResponse.check(response, 400, -32600).path("message").asText())
          .contains("100");
    }
  }

  @Test
  void subscriptionsOfASession() {
    McpSession session = session(LATEST);
    for (int i = 0; i < 1_000; i++) {
      JsonNode reply =
          session.callMethod("resources/subscribe", "{'uri':'test://clock/many-" + i + "'}");
      assertThat(reply.has("result")).as(reply.toString()).isTrue();
    }
    JsonNode refused =
        session.callMethod("resources/subscribe", "{'uri':'test://clock/many-1000'}");
    assertThat(code(refused)).isEqualTo(-32602);
    assertThat(refused.path("error").path("message").asText()).contains("1000");
    session.callMethod("resources/unsubscribe", "{'uri':'test://clock/many-0'}");
    assertThat(
            session
                .callMethod("resources/subscribe", "{'uri':'test://clock/many-1000'}")
                .has("result"))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({"2048, true", "2049, false"})
  void lengthOfASubscribedUri(int length, boolean served) {
    String uri = "test://clock/" + "x".repeat(length - 13);
    JsonNode reply = session(LATEST).callMethod("resources/subscribe", "{'uri':'" + uri + "'}");
    assertThat(reply.has("result")).as(reply.toString()).isEqualTo(served);
  }

  /** Pads the parameters of a request to a length, with an unknown field. */
  private static ObjectNode padded(ObjectNode request, int length) {
    ObjectNode params = (ObjectNode) request.get("params");
    params.put("pad", "");
    params.put("pad", "x".repeat(length - bytes(params)));
    assertThat(bytes(params)).isEqualTo(length);
    return request;
  }

  private static int bytes(JsonNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8).length;
  }

  @ParameterizedTest
  @CsvSource({"65536, true", "65537, false"})
  void initializeParameters(int length, boolean served) {
    ObjectNode hello = padded(JsonRpcMessages.initialize(LATEST, "{}"), length);
    RawResponse response = client().post("/mcp", hello).send();
    assertThat(response.json().has("result")).as(response.text()).isEqualTo(served);
    assertThat(code(response.json())).isEqualTo(served ? 0 : -32602);
  }

  @ParameterizedTest
  @CsvSource({"262144, true", "262145, false"})
  void parametersOfATaskAugmentedCall(int length, boolean served) {
    ObjectNode call = JsonRpcMessages.call(1, "longRunningOperation", "{'duration':0.1,'steps':1}");
    ((ObjectNode) call.get("params")).putObject("task").put("ttl", 1_000);
    JsonNode reply = session(LATEST).post(padded(call, length)).send().reply();
    assertThat(reply.path("result").has("task")).as(shortened(reply)).isEqualTo(served);
    assertThat(code(reply)).isEqualTo(served ? 0 : -32602);
  }

  private static String shortened(JsonNode reply) {
    String text = reply.toString();
    return text.substring(0, Math.min(300, text.length()));
  }

  @Test
  void subscriptionStreamsOfOneCaller() {
    Deque<SseStream> open = new ArrayDeque<>();
    for (int i = 0; i < 100; i++) {
      RawResponse response = subscribe(client(), i);
      assertThat(response.isStream()).as(response.toString()).isTrue();
      SseStream stream = response.events();
      stream.message();
      open.add(stream);
    }
    RawResponse refused = subscribe(client(), 100);
    assertThat(refused.status()).as(refused.toString()).isEqualTo(503);
    assertThat(refused.json().path("error").path("message").asText()).contains("100");
    open.forEach(SseStream::close);
  }

  private static RawResponse subscribe(RawClient client, int id) {
    return StatelessClient.open(client, "/mcp", JsonTrees.object("{}"), "{}")
        .post(
            JsonRpcMessages.request(
                id, "subscriptions/listen", "{'notifications':{'toolsListChanged':true}}"))
        .send();
  }

  @Test
  void tasksOfOneCaller() {
    McpSession session = McpSession.open(client(OTHER_KEY), LATEST);
    ObjectNode call = JsonRpcMessages.call(1, "elicitInputs", "{}");
    ((ObjectNode) call.get("params")).putObject("task").put("ttl", 600_000);
    for (int i = 0; i < 1_000; i++) {
      JsonNode reply = session.post(call).send().reply();
      assertThat(reply.path("result").has("task")).as(reply.toString()).isTrue();
    }
    JsonNode refused = session.post(call).send().reply();
    assertThat(code(refused)).as(refused.toString()).isEqualTo(-32603);
    assertThat(refused.path("error").path("message").asText()).contains("1000");
  }
}
