package io.everythingmcp.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SharedServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Batches of messages, which only revision 2025-03-26 supports.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-03-26/basic#batching">Batching</a>
 */
class BatchesIT {
  @RegisterExtension static final SharedServer SERVER = SharedServer.with("FIXTURES", "true");

  private McpSession session;

  @BeforeEach
  void openSession() {
    session = McpSession.open(SERVER.client(), "2025-03-26", "{'sampling':{}}");
  }

  private static String batch(JsonNode... messages) {
    return List.of(messages).toString();
  }

  private static Map<String, JsonNode> byId(Iterable<JsonNode> answers) {
    List<JsonNode> list = new ArrayList<>();
    answers.forEach(list::add);
    return list.stream()
        .collect(Collectors.toMap(answer -> answer.path("id").asText(), answer -> answer));
  }

  @Test
  void requestsHaveAnArrayResponse() {
    RawResponse response =
        session
            .post(
                batch(
                    JsonRpcMessages.request(1, "ping"),
                    JsonRpcMessages.call("two", "echo", "{'message':'hi'}"),
                    JsonRpcMessages.request(3, "no/such/method")))
            .send();
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.type()).isEqualTo("application/json");
    assertThat(response.json().isArray()).isTrue();
    Map<String, JsonNode> answers = byId(response.json());
    assertThat(answers).containsOnlyKeys("1", "two", "3");
    assertThat(answers.get("two").toString()).contains("Echo: hi");
    assertThat(answers.get("3").path("error").path("code").asInt()).isEqualTo(-32601);
  }

  @Test
  void singleRequestInAnArrayIsABatch() {
    assertThat(session.post(batch(JsonRpcMessages.request(1, "ping"))).send().json().isArray())
        .isTrue();
  }

  @Test
  void notificationsHaveNoResponse() {
    RawResponse response =
        session
            .post(
                batch(
                    JsonRpcMessages.notification("notifications/unknown/method"),
                    JsonRpcMessages.request(1, "ping")))
            .send();
    assertThat(response.json()).hasSize(1);
  }

  @Test
  void batchWithoutRequestsIsAccepted() {
    ObjectNode answer = JsonRpcMessages.result(JsonTrees.tree("unknown-request"), "{}");
    RawResponse response =
        session
            .post(batch(JsonRpcMessages.notification("notifications/unknown/method"), answer))
            .send();
    assertThat(response.status()).isEqualTo(202);
    assertThat(response.text()).isEmpty();
  }

  @Test
  void earlierMessagesMakeAStreamWithAllOfThem() {
    JsonNode working = JsonRpcMessages.call(2, "test_tool_with_progress", "{}");
    ((ObjectNode) working.get("params")).putObject("_meta").put("progressToken", "t");
    RawResponse response = session.post(batch(JsonRpcMessages.request(1, "ping"), working)).send();
    List<JsonNode> messages = response.events().rest().stream().map(e -> e.json()).toList();
    assertThat(messages.stream().filter(m -> m.has("method"))).hasSize(3);
    assertThat(byId(messages.stream().filter(m -> m.has("result")).toList()))
        .containsOnlyKeys("1", "2");
  }

  @Test
  void invalidEntryHasItsOwnError() {
    RawResponse response =
        session
            .post("[1, " + JsonRpcMessages.request(7, "ping") + ", {\"jsonrpc\":\"2.0\",\"id\":8}]")
            .send();
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.json()).hasSize(3);
    Map<String, JsonNode> answers = byId(response.json());
    assertThat(answers.get("7").has("result")).isTrue();
    assertThat(answers.get("8").path("error").path("code").asInt()).isEqualTo(-32600);
    assertThat(answers.get("").path("error").path("code").asInt()).isEqualTo(-32600);
  }

  @Test
  void initializeIsNotAllowedInABatch() {
    ErrorResponse.check(
        SERVER.client().post("/mcp", batch(JsonRpcMessages.initialize("2025-03-26", "{}"))).send(),
        400,
        -32600);
    ErrorResponse.check(
        session
            .post(
                batch(
                    JsonRpcMessages.request(1, "ping"),
                    JsonRpcMessages.initialize("2025-03-26", "{}")))
            .send(),
        400,
        -32600);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-11-05", "2025-06-18", "2025-11-25"})
  void otherRevisionsRejectBatches(String revision) {
    McpSession other = McpSession.open(SERVER.client(), revision);
    ErrorResponse.check(other.post(batch(JsonRpcMessages.request(1, "ping"))).send(), 400, -32600);
    assertThat(other.post(JsonRpcMessages.request(2, "ping")).send().status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":[]}",
        "{\"jsonrpc\":\"2.0\",\"method\":7}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":null}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{}}",
        "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":1,\"message\":\"m\"}}",
        "{\"jsonrpc\":\"2.0\",\"result\":{}}"
      })
  void malformedNotificationsAndResponsesHaveNoResponse(String quiet) {
    RawResponse response =
        session.post("[" + JsonRpcMessages.request(1, "ping") + "," + quiet + "]").send();
    assertThat(response.json()).hasSize(1);
    assertThat(response.json().at("/0/result").isObject()).isTrue();
    RawResponse alone =
        session
            .post("[" + JsonRpcMessages.notification("notifications/x") + "," + quiet + "]")
            .send();
    assertThat(alone.status()).isEqualTo(202);
    assertThat(alone.text()).isEmpty();
  }
}
