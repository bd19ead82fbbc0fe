package io.everythingmcp.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SharedServer;
import io.everythingmcp.conformance.harness.SseEvent;
import io.everythingmcp.conformance.harness.SseStream;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The transport of 2024-11-05: one stream for all messages of the server, and an endpoint for POST.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2024-11-05/basic/transports#http-with-sse">HTTP
 *     with SSE</a>
 */
class HttpSseIT {
  private static final Pattern ADDRESS = Pattern.compile("/message\\?sessionId=([\\x21-\\x7E]+)");

  @RegisterExtension
  static final SharedServer SERVER = SharedServer.with("FIXTURES", "true", "KEEP_ALIVE", "200ms");

  @RegisterExtension
  static final SharedServer BEHIND_A_PROXY =
      SharedServer.with("BASE_URI", "http://localhost:1/behind/a/proxy");

  private SseStream stream;
  private SseEvent first;

  @BeforeEach
  void connect() {
    stream = SERVER.client().get("/sse").send().events();
    first = stream.next();
  }

  private RawResponse post(Object message) {
    return SERVER.client().post(first.data(), message).send();
  }

  private JsonNode initialize(String revision, String capabilities) {
    assertThat(post(JsonRpcMessages.initialize(revision, capabilities)).status()).isEqualTo(202);
    JsonNode answer = stream.message();
    assertThat(post(JsonRpcMessages.notification("notifications/initialized")).status())
        .isEqualTo(202);
    return answer.path("result");
  }

  private String sessionId() {
    return first.data().substring(first.data().indexOf('=') + 1);
  }

  @Test
  void endpointIsAPathOfThePublicAddress() {
    SseEvent endpoint = BEHIND_A_PROXY.client().get("/sse").send().events().next();
    assertThat(endpoint.data()).startsWith("/behind/a/proxy/message?sessionId=");
  }

  @Test
  void firstEventIsTheEndpoint() {
    assertThat(first.name()).isEqualTo("endpoint");
    assertThat(first.data()).matches(ADDRESS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"})
  void everyRevisionIsSupported(String revision) {
    assertThat(initialize(revision, "{}").path("protocolVersion").asText()).isEqualTo(revision);
  }

  @Test
  void pingBeforeInitializeHasAResponse() {
    assertThat(post(JsonRpcMessages.request("p", "ping")).status()).isEqualTo(202);
    assertThat(stream.message().path("result").isObject()).isTrue();
    assertThat(post(JsonRpcMessages.request(1, "tools/list")).status()).isEqualTo(400);
  }

  @Test
  void batchHasOneArrayOnTheStream() {
    initialize("2025-03-26", "{}");
    post(
        "["
            + JsonRpcMessages.request(1, "ping")
            + ","
            + JsonRpcMessages.call(2, "echo", "{'message':'hi'}")
            + "]");
    assertThat(JsonTrees.read(stream.nextWithMessage().data())).hasSize(2);
  }

  @Test
  void responsesAreOnTheStream() {
    initialize("2024-11-05", "{}");
    RawResponse response = post(JsonRpcMessages.call(5, "echo", "{'message':'hi'}"));
    assertThat(response.status()).isEqualTo(202);
    assertThat(response.text()).doesNotContain("Echo");
    SseEvent event = stream.nextWithMessage();
    assertThat(event.name()).isEqualTo("message");
    assertThat(event.json().path("id").asInt()).isEqualTo(5);
    assertThat(event.data()).contains("Echo: hi");
  }

  @Test
  void serverRequestsAndNotificationsAreOnTheSameStream() {
    initialize("2025-06-18", "{'elicitation':{}}");
    post(JsonRpcMessages.call(1, "test_elicitation", "{'message':'Who?'}"));
    JsonNode inputRequest =
        stream.message(m -> m.path("method").asText().equals("elicitation/create"));
    post(JsonRpcMessages.call(2, "test_trigger_tool_change", "{}"));
    stream.message(m -> m.path("method").asText().equals("notifications/tools/list_changed"));
    post(JsonRpcMessages.result(inputRequest.get("id"), "{'action':'decline'}"));
    assertThat(stream.message(m -> m.path("id").asInt() == 1).toString())
        .contains("action=decline");
  }

  @Test
  void unknownSessionIsRejected() {
    ErrorResponse.check(
        SERVER
            .client()
            .post("/message?sessionId=unknown", JsonRpcMessages.request(1, "ping"))
            .send(),
        404,
        -32600);
    ErrorResponse.check(
        SERVER.client().post("/message", JsonRpcMessages.request(1, "ping")).send(), 400, -32600);
  }

  @Test
  void invalidMessageIsRejected() {
    initialize("2024-11-05", "{}");
    ErrorResponse.check(post("{"), 400, -32700);
    ErrorResponse.check(post("{\"jsonrpc\":\"2.0\"}"), 400, -32600);
    ErrorResponse.check(
        SERVER
            .client()
            .post(first.data(), JsonRpcMessages.request(1, "ping"))
            .header("Content-Type", "text/plain")
            .send(),
        415,
        -32600);
  }

  @Test
  void firstRequestMustBeInitialize() {
    ErrorResponse.check(post(JsonRpcMessages.request(1, "tools/list")), 400, -32600);
    assertThat(initialize("2024-11-05", "{}").path("protocolVersion").asText())
        .isEqualTo("2024-11-05");
  }

  @Test
  void secondInitializeIsRejected() {
    initialize("2024-11-05", "{}");
    ErrorResponse.check(post(JsonRpcMessages.initialize("2024-11-05", "{}")), 400, -32600);
  }

  @Test
  void eachEndpointHasItsMethod() {
    assertThat(SERVER.client().post("/sse", JsonRpcMessages.request(1, "ping")).send().status())
        .isEqualTo(405);
    assertThat(SERVER.client().get("/message").send().status()).isEqualTo(405);
    assertThat(SERVER.client().get("/sse").header("Accept", "application/json").send().status())
        .isEqualTo(406);
  }

  @Test
  void sessionEndsWithItsStream() {
    initialize("2024-11-05", "{}");
    stream.close();
    await().until(() -> post(JsonRpcMessages.request(1, "ping")).status() == 404);
  }

  @Test
  void sessionsAreSeparateFromStreamableHttp() {
    initialize("2025-06-18", "{}");
    RawResponse through =
        SERVER
            .client()
            .post("/mcp", JsonRpcMessages.request(1, "ping"))
            .header("Mcp-Session-Id", sessionId())
            .send();
    ErrorResponse.check(through, 404, -32600);
    McpSession other = McpSession.open(SERVER.client(), "2025-06-18");
    ErrorResponse.check(
        SERVER
            .client()
            .post("/message?sessionId=" + other.id(), JsonRpcMessages.request(1, "ping"))
            .send(),
        404,
        -32600);
  }

  @Test
  void clientsAreIsolated() {
    initialize("2024-11-05", "{}");
    SseStream other = SERVER.client().get("/sse").send().events();
    String address = other.next().data();
    assertThat(address).isNotEqualTo(first.data());
    SERVER.client().post(address, JsonRpcMessages.initialize("2024-11-05", "{}")).send();
    assertThat(other.message().path("id").asText()).isEqualTo("init");
    post(JsonRpcMessages.request(1, "ping"));
    assertThat(stream.message().path("id").asInt()).isEqualTo(1);
    assertThat(other.arrivedMessages()).hasSize(1);
  }
}
