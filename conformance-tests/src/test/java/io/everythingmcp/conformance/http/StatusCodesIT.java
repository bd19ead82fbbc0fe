package io.everythingmcp.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.Json;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.Rpc;
import io.everythingmcp.conformance.harness.SharedServer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The status code of every situation, one row each. */
class StatusCodesIT {
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

  /** What is sent in a session, and the refusal that comes back. */
  record Row(String situation, Situation sent, int status, int code) {
    @Override
    public String toString() {
      return status + " " + situation;
    }
  }

  @FunctionalInterface
  interface Situation {
    RawRequest request(McpSession session);
  }

  private static RawRequest ping(McpSession session) {
    return session.post(Rpc.request(1, "ping"));
  }

  private static RawRequest body(McpSession session, String body) {
    return session.post(body.replace('\'', '"'));
  }

  private static Row refused(int status, int code, String situation, Situation sent) {
    return new Row(situation, sent, status, code);
  }

  static Stream<Row> headers() {
    return Stream.of(
        refused(
            400,
            INVALID_REQUEST,
            "POST without session id",
            s -> ping(s).header("Mcp-Session-Id", null)),
        refused(
            400,
            INVALID_REQUEST,
            "GET without session id",
            s -> s.get().header("Mcp-Session-Id", null)),
        refused(
            400,
            INVALID_REQUEST,
            "DELETE without session id",
            s -> s.delete().header("Mcp-Session-Id", null)),
        refused(
            404,
            INVALID_REQUEST,
            "POST with an unknown session id",
            s -> ping(s).header("Mcp-Session-Id", "unknown")),
        refused(
            404,
            INVALID_REQUEST,
            "GET with an unknown session id",
            s -> s.get().header("Mcp-Session-Id", "unknown")),
        refused(
            404,
            INVALID_REQUEST,
            "DELETE with an unknown session id",
            s -> s.delete().header("Mcp-Session-Id", "unknown")),
        refused(
            404,
            INVALID_REQUEST,
            "notification with an unknown session id",
            s ->
                s.post(Rpc.notification("notifications/initialized"))
                    .header("Mcp-Session-Id", "unknown")),
        refused(
            400,
            INVALID_REQUEST,
            "initialize with the id of a live session",
            s -> s.post(Rpc.initialize(LATEST, "{}"))),
        refused(
            406,
            INVALID_REQUEST,
            "POST that does not accept streams",
            s -> ping(s).header("Accept", "application/json")),
        refused(
            406,
            INVALID_REQUEST,
            "POST that does not accept JSON",
            s -> ping(s).header("Accept", "text/event-stream")),
        refused(
            406,
            INVALID_REQUEST,
            "POST that accepts HTML",
            s -> ping(s).header("Accept", "text/html")),
        refused(
            406,
            INVALID_REQUEST,
            "GET that does not accept streams",
            s -> s.get().header("Accept", "application/json")),
        refused(
            415,
            INVALID_REQUEST,
            "POST of text",
            s -> ping(s).header("Content-Type", "text/plain")),
        refused(
            415,
            INVALID_REQUEST,
            "POST of a form",
            s -> ping(s).header("Content-Type", "application/x-www-form-urlencoded")),
        refused(
            415,
            INVALID_REQUEST,
            "POST of something like JSON",
            s -> ping(s).header("Content-Type", "application/jsonp")),
        refused(
            415, INVALID_REQUEST, "POST without type", s -> ping(s).header("Content-Type", null)),
        refused(
            400,
            INVALID_REQUEST,
            "Last-Event-ID that is no event id",
            s -> s.get().header("Last-Event-ID", "nonsense")),
        refused(
            400,
            INVALID_REQUEST,
            "Last-Event-ID of a stream that never was",
            s -> s.get().header("Last-Event-ID", "nosuchstream_1")));
  }

  static Stream<Row> bodies() {
    return Stream.of(
        refused(400, PARSE_ERROR, "no JSON", s -> body(s, "{'jsonrpc':'2.0',")),
        refused(400, PARSE_ERROR, "empty body", s -> body(s, "")),
        refused(400, PARSE_ERROR, "more than one message", s -> body(s, "{} {}")),
        refused(
            400,
            PARSE_ERROR,
            "bytes that are no UTF-8",
            s ->
                s.post("")
                    .body(
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"p\u00e9ng\"}"
                            .getBytes(StandardCharsets.ISO_8859_1))),
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
            200, METHOD_NOT_FOUND, "unknown method", s -> s.post(Rpc.request(1, "no/such/method"))),
        refused(200, -32602, "unknown tool", s -> s.post(Rpc.call(1, "noSuchTool", "{}"))));
  }

  @ParameterizedTest
  @MethodSource({"headers", "bodies"})
  void isRefused(Row row) {
    Refusal.check(row.sent().request(session).send(), row.status(), row.code());
    RawResponse after = ping(session).send();
    assertThat(after.status()).as("the session after it: " + after).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1999-01-01", "2025-11-26", "latest", "2.0", "'"})
  void aVersionThatDoesNotExistIsRefused(String version) {
    for (RawRequest request : new RawRequest[] {ping(session), session.get(), session.delete()}) {
      RawResponse response = request.header("MCP-Protocol-Version", version).send();
      assertThat(response.status()).as(response.toString()).isEqualTo(400);
      assertThat(response.json().path("error").path("message").asText()).contains(version);
    }
    assertThat(ping(session).send().status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"})
  void aVersionThatIsServedIsAccepted(String version) {
    assertThat(ping(session).header("MCP-Protocol-Version", version).send().status())
        .isEqualTo(200);
  }

  @Test
  void theVersionMayBeLeftOut() {
    assertThat(ping(session).header("MCP-Protocol-Version", null).send().status()).isEqualTo(200);
  }

  @Test
  void initializeWithAVersionHeaderIsAccepted() {
    RawResponse response =
        SERVER
            .client()
            .post("/mcp", Rpc.initialize(LATEST, "{}"))
            .header("MCP-Protocol-Version", LATEST)
            .send();
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.header("Mcp-Session-Id")).matches("[\\x21-\\x7E]{16,}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "PROPFIND"})
  void verbsThatNobodyServesAreNotAllowed(String verb) {
    assertThat(SERVER.client().request(verb, "/mcp").send().status()).isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "PATCH", "HEAD", "OPTIONS"})
  void otherVerbsAreNotAllowed(String verb) {
    RawResponse response = SERVER.client().request(verb, "/mcp").send();
    assertThat(response.status()).isEqualTo(405);
    assertThat(response.header("Allow")).contains("POST", "GET", "DELETE");
  }

  @Test
  void aRequestIsAnsweredAsJson() {
    RawResponse response = ping(session).send();
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.type()).isEqualTo("application/json");
    assertThat(response.json()).isEqualTo(Json.object("{'jsonrpc':'2.0','id':1,'result':{}}"));
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
  void anIdComesBackAsItIs(String id) {
    RawResponse response =
        body(session, "{'jsonrpc':'2.0','id':" + id + ",'method':'ping'}").send();
    assertThat(response.json().path("id"))
        .as(response.toString())
        .isEqualTo(Json.read(id.replace('\'', '"')));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'jsonrpc':'2.0','method':'notifications/initialized'}",
        "{'jsonrpc':'2.0','method':'notifications/nobody/knows','params':{'a':1}}",
        "{'jsonrpc':'2.0','method':'notifications/cancelled','params':{'requestId':'nobody'}}",
        "{'jsonrpc':'2.0','id':'nobody-asked','result':{}}",
        "{'jsonrpc':'2.0','id':'nobody-asked','error':{'code':-1,'message':'no'}}"
      })
  void whatNeedsNoAnswerIsAcceptedWithoutBody(String message) {
    RawResponse response = body(session, message).send();
    assertThat(response.status()).as(response.toString()).isEqualTo(202);
    assertThat(response.text()).isEmpty();
  }

  @Test
  void aMistakeNamesTheIdOfItsRequest() {
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
  @ValueSource(
      strings = {
        "application/json; charset=utf-8",
        "APPLICATION/JSON",
        "application/json;charset=\"UTF-8\""
      })
  void jsonMayBeSpelledDifferently(String type) {
    assertThat(ping(session).header("Content-Type", type).send().status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/event-stream, application/json;q=0.5",
        "*/*",
        "Application/JSON,Text/Event-Stream"
      })
  void acceptMayBeSpelledDifferently(String accept) {
    assertThat(ping(session).header("Accept", accept).send().status()).isEqualTo(200);
  }

  @Test
  void aDeletedSessionIsGone() {
    RawResponse deleted = session.delete().send();
    assertThat(deleted.status()).isEqualTo(204);
    assertThat(deleted.text()).isEmpty();
    Refusal.check(ping(session).send(), 404, INVALID_REQUEST);
    Refusal.check(session.get().send(), 404, INVALID_REQUEST);
    Refusal.check(session.delete().send(), 404, INVALID_REQUEST);
  }

  @Test
  void aDeletedSessionEndsItsStreams() {
    var stream = session.listen();
    session.delete().send();
    assertThat(stream.rest()).isEmpty();
  }

  @Test
  void requestsAreServedBeforeTheClientSaysInitialized() {
    RawResponse init = SERVER.client().post("/mcp", Rpc.initialize(LATEST, "{}")).send();
    RawResponse list =
        SERVER
            .client()
            .post("/mcp", Rpc.request(1, "tools/list"))
            .header("Mcp-Session-Id", init.header("Mcp-Session-Id"))
            .send();
    assertThat(list.json().path("result").path("tools")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-07-28", "1.0.0", "", "2024-10-07"})
  void anotherVersionInInitializeIsAnsweredWithTheLatest(String asked) {
    McpSession other = McpSession.open(SERVER.client(), "2024-11-05");
    assertThat(other.handshake().path("result").path("protocolVersion").asText())
        .isEqualTo("2024-11-05");
    RawResponse response = SERVER.client().post("/mcp", Rpc.initialize(asked, "{}")).send();
    assertThat(response.json().path("result").path("protocolVersion").asText()).isEqualTo(LATEST);
  }
}
