package io.everythingmcp.conformance.http;

import static io.everythingmcp.conformance.http.ErrorCase.ping;
import static io.everythingmcp.conformance.http.ErrorCase.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SharedServer;
import io.everythingmcp.conformance.harness.SseStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Valid and invalid messages, and the response to each kind. */
class MessagesIT {
  private static final String LATEST = "2025-11-25";
  private static final int PARSE_ERROR = -32700;
  private static final int INVALID_REQUEST = -32600;
  private static final int METHOD_NOT_FOUND = -32601;

  @RegisterExtension static final SharedServer SERVER = SharedServer.with("FIXTURES", "true");

  private McpSession session;

  @BeforeEach
  void openSession() {
    session = McpSession.open(SERVER.client(), LATEST);
  }

  private static RawRequest body(McpSession session, String body) {
    return session.post(body.replace('\'', '"'));
  }

  static Stream<ErrorCase> bodies() {
    return Stream.of(
        refused(400, PARSE_ERROR, "no JSON", s -> body(s, "{'jsonrpc':'2.0',")),
        refused(400, PARSE_ERROR, "empty body", s -> body(s, "")),
        refused(400, PARSE_ERROR, "more than one message", s -> body(s, "{} {}")),
        refused(
            400,
            PARSE_ERROR,
            "a number without end",
            s -> body(s, "{'jsonrpc':'2.0','id':1,'method':'ping','params':{'n':1E+2147483648}}")),
        refused(400, INVALID_REQUEST, "a number", s -> body(s, "42")),
        refused(400, INVALID_REQUEST, "null", s -> body(s, "null")),
        refused(400, INVALID_REQUEST, "no jsonrpc", s -> body(s, "{'id':1,'method':'ping'}")),
        refused(
            400,
            INVALID_REQUEST,
            "other jsonrpc",
            s -> body(s, "{'jsonrpc':'1.0','id':1,'method':'ping'}")),
        refused(
            400,
            INVALID_REQUEST,
            "id null",
            s -> body(s, "{'jsonrpc':'2.0','id':null,'method':'ping'}")),
        refused(
            400,
            INVALID_REQUEST,
            "id with a fraction",
            s -> body(s, "{'jsonrpc':'2.0','id':1.5,'method':'ping'}")),
        refused(
            400,
            INVALID_REQUEST,
            "id that is an object",
            s -> body(s, "{'jsonrpc':'2.0','id':{},'method':'ping'}")),
        refused(
            400,
            INVALID_REQUEST,
            "method that is a number",
            s -> body(s, "{'jsonrpc':'2.0','id':1,'method':2}")),
        refused(
            400,
            INVALID_REQUEST,
            "params that are an array",
            s -> body(s, "{'jsonrpc':'2.0','id':1,'method':'ping','params':[]}")),
        refused(
            400,
            INVALID_REQUEST,
            "method and result",
            s -> body(s, "{'jsonrpc':'2.0','id':1,'method':'ping','result':{}}")),
        refused(
            400,
            INVALID_REQUEST,
            "result and error",
            s -> body(s, "{'jsonrpc':'2.0','id':1,'result':{},'error':{'code':1,'message':'m'}}")),
        refused(
            400,
            INVALID_REQUEST,
            "neither method nor result",
            s -> body(s, "{'jsonrpc':'2.0','id':1}")),
        refused(400, INVALID_REQUEST, "an empty batch", s -> body(s, "[]")),
        refused(
            400,
            INVALID_REQUEST,
            "a batch in a revision without batches",
            s -> body(s, "[{'jsonrpc':'2.0','id':1,'method':'ping'}]")),
        refused(
            200,
            METHOD_NOT_FOUND,
            "unknown method",
            s -> s.post(JsonRpcMessages.request(1, "no/such/method"))),
        refused(
            200, -32602, "unknown tool", s -> s.post(JsonRpcMessages.call(1, "noSuchTool", "{}"))));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void isRejected(ErrorCase row) {
    row.check(session);
  }

  @Test
  void requestHasAJsonResponse() {
    RawResponse response = ping(session).send();
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.type()).isEqualTo("application/json");
    assertThat(response.json()).isEqualTo(JsonTrees.object("{'jsonrpc':'2.0','id':1,'result':{}}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7",
        "-1",
        "0",
        "9007199254740993",
        "123456789012345678901234567890",
        "'7'",
        "''",
        "'\u00fc \\\\ \\n'"
      })
  void idIsReturnedUnchanged(String id) {
    RawResponse response =
        body(session, "{'jsonrpc':'2.0','id':" + id + ",'method':'ping'}").send();
    assertThat(response.json().path("id"))
        .as(response.toString())
        .isEqualTo(JsonTrees.read(id.replace('\'', '"')));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'jsonrpc':'2.0','method':'notifications/initialized'}",
        "{'jsonrpc':'2.0','method':'notifications/unknown/method','params':{'a':1}}",
        "{'jsonrpc':'2.0','method':'notifications/cancelled','params':{'requestId':'unknown-id'}}",
        "{'jsonrpc':'2.0','id':'unknown-request','result':{}}",
        "{'jsonrpc':'2.0','id':'unknown-request','error':{'code':-1,'message':'no'}}"
      })
  void notificationsAndResponsesAreAcceptedWithoutBody(String message) {
    RawResponse response = body(session, message).send();
    assertThat(response.status()).as(response.toString()).isEqualTo(202);
    assertThat(response.text()).isEmpty();
  }

  @Test
  void errorHasTheIdOfItsRequest() {
    assertThat(
            body(session, "{'jsonrpc':'1.0','id':'mine','method':'ping'}")
                .send()
                .json()
                .path("id")
                .asText())
        .isEqualTo("mine");
    assertThat(ping(session).header("Mcp-Session-Id", "unknown").send().json().path("id").asInt())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-07-28", "1.0.0", "", "2024-10-07"})
  void unsupportedVersionGetsTheLatest(String asked) {
    McpSession other = McpSession.open(SERVER.client(), "2024-11-05");
    assertThat(other.handshake().path("result").path("protocolVersion").asText())
        .isEqualTo("2024-11-05");
    RawResponse response =
        SERVER.client().post("/mcp", JsonRpcMessages.initialize(asked, "{}")).send();
    assertThat(response.json().path("result").path("protocolVersion").asText()).isEqualTo(LATEST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'jsonrpc':'2.0','method':'notifications/initialized','params':[]}",
        "{'jsonrpc':'2.0','method':7}",
        "{'jsonrpc':'1.0','method':'notifications/initialized'}",
        "{'jsonrpc':'2.0','id':5,'result':null}",
        "{'jsonrpc':'2.0','id':5,'result':'text'}",
        "{'jsonrpc':'2.0','id':5,'error':{}}",
        "{'jsonrpc':'2.0','id':5,'result':{},'error':{'code':1,'message':'m'}}",
        "{'jsonrpc':'2.0','id':5,'method':'ping','result':{}}",
        "{'id':5,'result':{}}"
      })
  void malformedNotificationsAndResponsesHaveNoClientId(String body) {
    RawResponse response = body(session, body).send();
    ErrorResponse.check(response, 400, INVALID_REQUEST);
    assertThat(response.json().has("id")).as(response.toString()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'jsonrpc':'2.0','id':null,'error':{'code':-32700,'message':'Parse error'}}",
        "{'jsonrpc':'2.0','error':{'code':-32700,'message':'Parse error'}}",
        "{'jsonrpc':'2.0','id':null,'result':{'action':'accept'}}",
        "{'jsonrpc':'2.0','result':{'action':'accept'}}"
      })
  void responseWithoutRequestIsAcceptedAndIgnored(String body) {
    McpSession asked = McpSession.open(SERVER.client(), LATEST, "{'elicitation':{}}");
    SseStream stream =
        asked
            .post(JsonRpcMessages.call(1, "test_elicitation", "{'message':'Who?'}"))
            .send()
            .events();
    JsonNode inputRequest = stream.message(m -> m.has("method"));
    assertThat(body(asked, body).send().status()).isEqualTo(202);
    asked.post(JsonRpcMessages.result(inputRequest.get("id"), "{'action':'decline'}")).send();
    assertThat(stream.message(m -> m.has("result")).toString()).contains("decline");
  }
}
