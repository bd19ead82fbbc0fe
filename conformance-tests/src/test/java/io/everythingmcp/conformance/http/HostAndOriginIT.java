package io.everythingmcp.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SharedServer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Origins whose pages may send requests to a server on localhost, and read the responses.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#security-warning">Security
 *     warning</a>
 */
class HostAndOriginIT {
  private static final String LATEST = "2025-11-25";
  private static final String APP = "https://app.example";

  @RegisterExtension static final SharedServer SERVER = SharedServer.with("FIXTURES", "true");

  @RegisterExtension static final SharedServer LISTED = SharedServer.with("CORS_ORIGINS", APP);

  @RegisterExtension
  static final SharedServer PUBLIC = SharedServer.with("BASE_URI", "https://mcp.example.org");

  private McpSession session;

  @BeforeEach
  void openSession() {
    session = McpSession.open(SERVER.client(), LATEST);
  }

  /** Returns one request of each kind to each endpoint. */
  private List<RawRequest> requests() {
    return List.of(
        session.post(JsonRpcMessages.request(1, "ping")),
        session.get(),
        session.delete(),
        SERVER.client().post("/mcp", JsonRpcMessages.initialize(LATEST, "{}")),
        SERVER.client().get("/sse"),
        SERVER.client().post("/message?sessionId=x", JsonRpcMessages.request(1, "ping")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil.example",
        "null",
        "https://localhost.evil.example",
        "http://127.0.0.1.evil.example",
        "file://",
        "nonsense"
      })
  void foreignOriginIsRejectedEverywhere(String origin) {
    for (RawRequest request : requests()) {
      ErrorResponse.check(request.header("Origin", origin).send(), 403, -32600);
    }
    assertThat(session.post(JsonRpcMessages.request(1, "ping")).send().status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example", "localhost.evil.example", "evil.example:%d", "169.254.169.254"})
  void foreignHostIsRejectedEverywhere(String host) {
    for (RawRequest request : requests()) {
      String name = host.formatted(SERVER.process().port());
      ErrorResponse.check(request.header("Host", name).send(), 403, -32600);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:%d", "127.0.0.1:%d", "[::1]:%d", "LOCALHOST:%d"})
  void loopbackNamesAreAccepted(String host) {
    String name = host.formatted(SERVER.process().port());
    assertThat(
            session.post(JsonRpcMessages.request(1, "ping")).header("Host", name).send().status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:5173", "http://127.0.0.1:6274", "http://localhost:%d"})
  void loopbackPagesMayReadEverything(String page) {
    String origin = page.formatted(SERVER.process().port());
    RawResponse good =
        session.post(JsonRpcMessages.request(1, "ping")).header("Origin", origin).send();
    RawResponse bad =
        session
            .post(JsonRpcMessages.request(1, "ping"))
            .header("Mcp-Session-Id", "x")
            .header("Origin", origin)
            .send();
    RawResponse stream = session.get().header("Origin", origin).send();
    assertThat(Stream.of(good, bad, stream).map(RawResponse::status))
        .containsExactly(200, 404, 200);
    for (RawResponse response : List.of(good, bad, stream)) {
      assertThat(response.header("Access-Control-Allow-Origin")).isIn("*", origin);
      assertThat(list(response.header("Access-Control-Expose-Headers")))
          .contains("mcp-session-id", "mcp-protocol-version", "www-authenticate");
      assertThat(response.header("Access-Control-Allow-Credentials")).isNull();
    }
  }

  private static List<String> list(String header) {
    return Stream.of(header.toLowerCase(Locale.ROOT).split(",")).map(String::strip).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/mcp", "/sse", "/message"})
  void preflightsHaveAResponse(String path) {
    RawResponse response =
        SERVER
            .client()
            .request("OPTIONS", path)
            .header("Origin", "http://localhost:5173")
            .header("Access-Control-Request-Method", "POST")
            .header(
                "Access-Control-Request-Headers", "content-type,mcp-session-id,mcp-param-region")
            .send();
    assertThat(response.status()).isBetween(200, 204);
    assertThat(list(response.header("Access-Control-Allow-Methods")))
        .contains("get", "post", "delete");
    assertThat(list(response.header("Access-Control-Allow-Headers")))
        .contains(
            "content-type",
            "accept",
            "authorization",
            "mcp-session-id",
            "mcp-protocol-version",
            "last-event-id",
            "mcp-param-region");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/mcp", "/sse", "/message", "/t/acme/mcp", "/token", "/register"})
  void requestedHeadersAreAllowed(String path) {
    RawResponse response =
        SERVER
            .client()
            .request("OPTIONS", path)
            .header("Origin", "http://localhost:5173")
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", "x-tenant-id, X-Other, not a name")
            .send();
    assertThat(response.status()).isEqualTo(204);
    assertThat(list(response.header("Access-Control-Allow-Headers")))
        .contains("x-tenant-id", "x-other", "authorization")
        .doesNotContain("not a name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/mcp", "/sse", "/message", "/t/acme/mcp"})
  void rejectedOriginMayReadTheReason(String path) {
    RawResponse response =
        SERVER
            .client()
            .post(path, JsonRpcMessages.initialize(LATEST, "{}"))
            .header("Origin", "http://evil.example")
            .send();
    ErrorResponse.check(response, 403, -32600);
    assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(response.text()).contains("edge.corsOrigins");
  }

  @Test
  void preflightOfAForeignOriginIsRejected() {
    RawResponse response =
        SERVER
            .client()
            .request("OPTIONS", "/mcp")
            .header("Origin", "http://evil.example")
            .header("Access-Control-Request-Method", "POST")
            .send();
    ErrorResponse.check(response, 403, -32600);
  }

  @Test
  void listedOriginIsAllowed() {
    RawResponse response =
        LISTED
            .client()
            .post("/mcp", JsonRpcMessages.initialize(LATEST, "{}"))
            .header("Origin", APP)
            .send();
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo(APP);
    assertThat(list(response.header("Vary"))).contains("origin");
  }

  @Test
  void unlistedOriginMayNotReadResponses() {
    RawResponse response =
        LISTED
            .client()
            .post("/mcp", JsonRpcMessages.initialize(LATEST, "{}"))
            .header("Origin", "http://localhost:5173")
            .send();
    assertThat(response.header("Access-Control-Allow-Origin")).isNull();
  }

  @Test
  void publicServerIsReachedByItsName() {
    RawRequest request = PUBLIC.client().post("/mcp", JsonRpcMessages.initialize(LATEST, "{}"));
    assertThat(request.header("Host", "mcp.example.org").send().status()).isEqualTo(200);
    assertThat(request.header("Host", "mcp.example.org:443").send().status()).isEqualTo(200);
    ErrorResponse.check(
        request.header("Host", "localhost:" + PUBLIC.process().port()).send(), 403, -32600);
    request.header("Host", "mcp.example.org");
    assertThat(request.header("Origin", "https://mcp.example.org").send().status()).isEqualTo(200);
    ErrorResponse.check(request.header("Origin", "http://localhost:5173").send(), 403, -32600);
  }

  @Test
  void everyResponseHasNosniff() {
    for (RawRequest request : requests()) {
      assertThat(request.send().header("X-Content-Type-Options")).isEqualTo("nosniff");
    }
  }
}
