package io.everythingmcp.conformance.http;

import static io.everythingmcp.conformance.http.ErrorCase.ping;
import static io.everythingmcp.conformance.http.ErrorCase.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SharedServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The status code of every kind of request, one row each. */
class StatusCodesIT {
  private static final String LATEST = "2025-11-25";
  private static final int INVALID_REQUEST = -32600;

  @RegisterExtension static final SharedServer SERVER = SharedServer.with("FIXTURES", "true");

  private McpSession session;

  @BeforeEach
  void openSession() {
    session = McpSession.open(SERVER.client(), LATEST);
  }

  static Stream<ErrorCase> headers() {
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
                s.post(JsonRpcMessages.notification("notifications/initialized"))
                    .header("Mcp-Session-Id", "unknown")),
        refused(
            400,
            INVALID_REQUEST,
            "initialize with the id of a live session",
            s -> s.post(JsonRpcMessages.initialize(LATEST, "{}"))),
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

  @ParameterizedTest
  @MethodSource("headers")
  void isRejected(ErrorCase row) {
    row.check(session);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1999-01-01", "2025-11-26", "latest", "2.0", "'"})
  void unknownVersionIsRejected(String version) {
    for (RawRequest request : new RawRequest[] {ping(session), session.get(), session.delete()}) {
      RawResponse response = request.header("MCP-Protocol-Version", version).send();
      assertThat(response.status()).as(response.toString()).isEqualTo(400);
      assertThat(response.json().path("error").path("message").asText()).contains(version);
    }
    assertThat(ping(session).send().status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"})
  void supportedVersionIsAccepted(String version) {
    assertThat(ping(session).header("MCP-Protocol-Version", version).send().status())
        .isEqualTo(200);
  }

  @Test
  void versionMayBeOmitted() {
    assertThat(ping(session).header("MCP-Protocol-Version", null).send().status()).isEqualTo(200);
  }

  @Test
  void initializeWithAVersionHeaderIsAccepted() {
    RawResponse response =
        SERVER
            .client()
            .post("/mcp", JsonRpcMessages.initialize(LATEST, "{}"))
            .header("MCP-Protocol-Version", LATEST)
            .send();
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.header("Mcp-Session-Id")).matches("[\\x21-\\x7E]{16,}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "PROPFIND"})
  void unsupportedMethodsAreNotAllowed(String verb) {
    assertThat(SERVER.client().request(verb, "/mcp").send().status()).isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "PATCH", "HEAD", "OPTIONS"})
  void otherMethodsAreNotAllowed(String verb) {
    RawResponse response = SERVER.client().request(verb, "/mcp").send();
    assertThat(response.status()).isEqualTo(405);
    assertThat(response.header("Allow")).contains("POST", "GET", "DELETE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json; charset=utf-8",
        "APPLICATION/JSON",
        "application/json;charset=\"UTF-8\""
      })
  void jsonMediaTypeSpellingsAreAccepted(String type) {
    assertThat(ping(session).header("Content-Type", type).send().status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json; charset=iso-8859-1; x=utf-8",
        "application/json; charset=\"utf-16\"",
        "application/json5",
        "text/plain; x=\"application/json\"",
        "\"",
        "\"application/json",
        ";",
        "; charset=utf-8",
        "\"; charset=utf-8"
      })
  void nonUtf8JsonIsRejected(String type) {
    assertThat(ping(session).header("Content-Type", type).send().status()).isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json;q=0, text/event-stream;q=0",
        "application/json, text/event-stream;q=0.0",
        "application/jsonp, text/event-streamx",
        "*/*, text/event-stream;q=0",
        "text/html;x=\"application/json\", text/event-stream",
        "application/json, text/html;x=\", text/event-stream\"",
        "\"",
        "\"application/json, text/event-stream",
        "; q=1, \"",
        "Basic ="
      })
  void unacceptableTypeIsNotSent(String accept) {
    assertThat(ping(session).header("Accept", accept).send().status()).isEqualTo(406);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/event-stream;q=0", "text/event-streamx", "*/*;q=0"})
  void unacceptableStreamIsNotSent(String accept) {
    assertThat(session.get().header("Accept", accept).send().status()).isEqualTo(406);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/event-stream, application/json;q=0.5",
        "application/json;charset=utf-8, text/event-stream;x=\"a,b;c\"",
        "text/*, application/*;q=0.1",
        "text/html;q=0, */*",
        "*/*",
        "Application/JSON,Text/Event-Stream"
      })
  void acceptSpellingsAreAccepted(String accept) {
    assertThat(ping(session).header("Accept", accept).send().status()).isEqualTo(200);
  }

  @Test
  void deletedSessionIsNotFound() {
    RawResponse deleted = session.delete().send();
    assertThat(deleted.status()).isEqualTo(204);
    assertThat(deleted.text()).isEmpty();
    ErrorResponse.check(ping(session).send(), 404, INVALID_REQUEST);
    ErrorResponse.check(session.get().send(), 404, INVALID_REQUEST);
    ErrorResponse.check(session.delete().send(), 404, INVALID_REQUEST);
  }

  @Test
  void deletedSessionEndsItsStreams() {
    var stream = session.listen();
    session.delete().send();
    assertThat(stream.rest()).isEmpty();
  }

  @Test
  void requestsBeforeInitializedAreServed() {
    RawResponse init =
        SERVER.client().post("/mcp", JsonRpcMessages.initialize(LATEST, "{}")).send();
    RawResponse list =
        SERVER
            .client()
            .post("/mcp", JsonRpcMessages.request(1, "tools/list"))
            .header("Mcp-Session-Id", init.header("Mcp-Session-Id"))
            .send();
    assertThat(list.json().path("result").path("tools")).isNotEmpty();
  }
}
