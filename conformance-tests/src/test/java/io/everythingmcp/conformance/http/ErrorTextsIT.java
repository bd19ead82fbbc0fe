package io.everythingmcp.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SharedServer;
import io.everythingmcp.conformance.harness.SseEvent;
import io.everythingmcp.conformance.harness.SseStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of errors: they name the expected value, and contain little of the request. */
class ErrorTextsIT {
  private static final String LATEST = "2025-11-25";
  private static final String MODERN = "2026-07-28";
  private static final String EMOJI = "\ud83d\ude00";

  @RegisterExtension static final SharedServer SERVER = SharedServer.with("FIXTURES", "true");

  private static RawResponse modern(Object id, String method, String more) {
    String meta =
        "{'_meta':{'io.modelcontextprotocol/protocolVersion':'2026-07-28',"
            + "'io.modelcontextprotocol/clientCapabilities':{}}"
            + more
            + "}";
    return SERVER
        .client()
        .post("/mcp", JsonRpcMessages.request(id, method, meta))
        .header("MCP-Protocol-Version", MODERN)
        .header("Mcp-Method", method)
        .send();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ping", "nope", "resources/read", "tools/call"})
  void requestIdIsNotRepeatedAtAnyLength(String method) {
    McpSession session = McpSession.open(SERVER.client(), LATEST);
    String most = "i".repeat(1_024);
    JsonNode answer = session.post(JsonRpcMessages.request(most, method, "{}")).send().reply();
    assertThat(answer.path("id").asText()).isEqualTo(most);
    for (String id : new String[] {most + "i", EMOJI.repeat(100_000)}) {
      RawResponse refused = session.post(JsonRpcMessages.request(id, method, "{}")).send();
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.text()).hasSizeLessThan(1_000).contains("at most 1024 characters");
      assertThat(refused.json().has("id")).isFalse();
      RawResponse inTheOtherEra = modern(id, method, "");
      assertThat(inTheOtherEra.status()).isEqualTo(400);
      assertThat(inTheOtherEra.text()).hasSizeLessThan(1_000);
    }
  }

  @Test
  void progressTokenIsNotRepeatedAtAnyLength() {
    McpSession session = McpSession.open(SERVER.client(), LATEST);
    String params =
        "{'name':'longRunningOperation','arguments':{'duration':0.01,'steps':1},'_meta':{'progressToken':'%s'}}";
    RawResponse refused =
        session
            .post(JsonRpcMessages.request(1, "tools/call", params.formatted("t".repeat(1_025))))
            .send();
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("progressToken").hasSizeLessThan(1_000);
    JsonNode answer =
        session
            .post(JsonRpcMessages.request(2, "tools/call", params.formatted("t".repeat(1_024))))
            .send()
            .reply();
    assertThat(answer.has("result")).as(answer.toString()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2024-11-05, elicitInputs, elicitation.form, 2025-06-18",
    "2025-03-26, elicitInputs, elicitation.form, 2025-06-18",
    "2024-11-05, elicitUrl, elicitation.url, 2025-11-25",
    "2025-06-18, elicitUrl, elicitation.url, 2025-11-25",
    "2025-06-18, sampleLLM, sampling.tools, 2025-11-25"
  })
  void unsupportedInputRequestIsNotAClientError(
      String revision, String tool, String capability, String since) {
    McpSession session =
        McpSession.open(
            SERVER.client(),
            revision,
            "{'elicitation':{'form':{},'url':{}},'sampling':{'tools':{}},'roots':{}}");
    String arguments = tool.equals("sampleLLM") ? "{'prompt':'x','withTools':true}" : "{}";
    String result = session.call(tool, arguments).toString();
    assertThat(result)
        .contains(capability, "revision " + revision, "negotiated", "introduced in " + since)
        .doesNotContain("declare");
  }

  @ParameterizedTest
  @CsvSource({
    "2024-11-05, sampleLLM, sampling",
    "2024-11-05, listRoots, roots",
    "2025-06-18, elicitInputs, elicitation.form",
    "2025-11-25, elicitUrl, elicitation.url",
    "2025-11-25, sampleLLM, sampling",
    "2025-11-25, listRoots, roots"
  })
  void undeclaredCapabilityIsNamed(String revision, String tool, String capability) {
    McpSession session = McpSession.open(SERVER.client(), revision, "{}");
    String arguments = tool.equals("sampleLLM") ? "{'prompt':'x'}" : "{}";
    assertThat(session.call(tool, arguments).toString())
        .contains("capability " + capability, "did not declare in initialize")
        .doesNotContain("negotiated");
  }

  @Test
  void sessionErrorNamesTheStepOfItsTransport() {
    String newer = SERVER.client().post("/mcp", JsonRpcMessages.request(1, "ping")).send().text();
    assertThat(newer).contains("send initialize first", "Mcp-Session-Id");
    RawResponse unknown =
        SERVER
            .client()
            .post("/mcp", JsonRpcMessages.request(1, "ping"))
            .header("Mcp-Session-Id", "unknown")
            .send();
    assertThat(unknown.text()).contains("send initialize without a session id");

    for (String path : new String[] {"/message", "/message?sessionId=unknown"}) {
      for (Object message :
          new Object[] {
            JsonRpcMessages.request(1, "ping"), JsonRpcMessages.initialize("2024-11-05", "{}")
          }) {
        String older = SERVER.client().post(path, message).send().text();
        assertThat(older).contains("GET the /sse endpoint").doesNotContain("Mcp-Session-Id");
      }
    }
  }

  @Test
  void expiredStreamErrorNamesTheStepOfItsTransport() {
    SseStream stream = SERVER.client().get("/sse").send().events();
    SseEvent address = stream.next();
    stream.close();
    org.awaitility.Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(
                        SERVER
                            .client()
                            .post(address.data(), JsonRpcMessages.request(1, "ping"))
                            .send()
                            .text())
                    .contains("Session not found", "GET the /sse endpoint"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-11-25", "2025-06-18", "2025-03-26"})
  void versionErrorNamesTheNegotiatedRevision(String revision) {
    McpSession session = McpSession.open(SERVER.client(), revision);
    RawResponse refused =
        session
            .post(JsonRpcMessages.request(7, "tools/list"))
            .header("MCP-Protocol-Version", MODERN)
            .send();
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("id").asInt()).isEqualTo(7);
    assertThat(refused.json().at("/error/code").asInt()).isEqualTo(-32602);
    assertThat(refused.text()).contains("This session negotiated " + revision);
    RawResponse unknown =
        session
            .post(JsonRpcMessages.request(7, "tools/list"))
            .header("MCP-Protocol-Version", "1999-01-01")
            .send();
    assertThat(unknown.text()).contains("This session negotiated " + revision);
  }

  @Test
  void hostAndOriginErrorsNameTheVariables() {
    RawResponse host =
        SERVER
            .client()
            .post("/mcp", JsonRpcMessages.request(1, "ping"))
            .header("Host", "evil.example")
            .send();
    assertThat(host.status()).isEqualTo(403);
    assertThat(host.text()).contains("'evil.example'", "BASE_URI", "ALLOWED_HOSTS");
    RawResponse origin =
        SERVER
            .client()
            .post("/mcp", JsonRpcMessages.request(1, "ping"))
            .header("Origin", "https://evil.example")
            .send();
    assertThat(origin.status()).isEqualTo(403);
    assertThat(origin.text()).contains("'https://evil.example'", "CORS_ORIGINS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nope://x", "test://static/resource", "no uri", "file:///etc/passwd"})
  void missingResourceCannotBeSubscribed(String uri) {
    for (String revision : new String[] {"2024-11-05", LATEST}) {
      McpSession session = McpSession.open(SERVER.client(), revision);
      JsonNode answer = session.callMethod("resources/subscribe", "{'uri':'" + uri + "'}");
      assertThat(answer.at("/error/code").asInt()).as(answer.toString()).isEqualTo(-32002);
      assertThat(answer.at("/error/data/uri").asText()).isEqualTo(uri);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"test://static/resource/7", "docs://everything/welcome"})
  void listedOrMatchingResourceCanBeSubscribed(String uri) {
    McpSession session = McpSession.open(SERVER.client(), LATEST);
    JsonNode answer = session.callMethod("resources/subscribe", "{'uri':'" + uri + "'}");
    assertThat(answer.has("result")).as(answer.toString()).isTrue();
  }
}
