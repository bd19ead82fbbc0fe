package io.everythingmcp.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SharedServer;
import io.everythingmcp.conformance.harness.SseStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses to browsers at an MCP endpoint, and to requests at unknown paths. */
class WrongAddressIT {
  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

  @RegisterExtension static final SharedServer OPEN = SharedServer.with("FIXTURES", "true");

  @RegisterExtension
  static final SharedServer GUARDED = SharedServer.with("AUTH_MODE", "integrated");

  private static void checkPage(RawResponse page, String endpoint) {
    assertThat(page.type()).startsWith("text/html");
    assertThat(page.text())
        .contains(
            "<code>" + endpoint + "</code>",
            "claude mcp add --transport " + (endpoint.endsWith("/sse") ? "sse" : "http"),
            " everything-server ",
            "href=\"/\"")
        .doesNotContain("jsonrpc");
    assertThat(page.header("Content-Security-Policy")).contains("style-src 'self'");
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @CsvSource({"/mcp, /mcp", "/sse, /sse", "/message, /sse"})
  void browserGetsConnectPage(String path, String endpoint) {
    for (String accept : List.of("text/html", BROWSER)) {
      RawResponse open = OPEN.client().get(path).header("Accept", accept).send();
      assertThat(open.status()).isEqualTo(path.equals("/message") ? 405 : 406);
      checkPage(open, OPEN.uri().resolve(endpoint).toString());

      RawResponse guarded = GUARDED.client().get(path).header("Accept", accept).send();
      assertThat(guarded.status()).isEqualTo(401);
      assertThat(guarded.header("WWW-Authenticate")).startsWith("Bearer");
      checkPage(guarded, GUARDED.uri().resolve(endpoint).toString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/event-stream",
        "text/event-stream, text/html",
        "application/json, text/event-stream",
        "*/*"
      })
  void clientIsServedAsBefore(String accept) {
    McpSession session = McpSession.open(OPEN.client(), "2025-11-25");
    RawResponse listening = session.get().header("Accept", accept).send();
    assertThat(listening.status()).isEqualTo(200);
    assertThat(listening.isStream()).isTrue();
    listening.events().close();
    RawResponse connected = OPEN.client().get("/sse").header("Accept", accept).send();
    assertThat(connected.isStream()).isTrue();
    SseStream stream = connected.events();
    assertThat(stream.next().name()).isEqualTo("endpoint");
    stream.close();
    RawResponse another = OPEN.client().get("/mcp").header("Accept", accept).send();
    assertThat(another.status()).isEqualTo(400);
    assertThat(another.type()).startsWith("application/json");
    RawResponse guarded = GUARDED.client().get("/mcp").header("Accept", accept).send();
    assertThat(guarded.status()).isEqualTo(401);
    assertThat(guarded.type()).startsWith("application/json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/mpc", "/mcp/", "/MCP", "/mcp/sse", "/messages", "/v1/mcp", "/sse/", "/x\"<y"})
  void unknownPathNamesTheEndpoints(String path) {
    String encoded = path.replace("\"", "%22").replace("<", "%3C");
    RawResponse post =
        OPEN.client()
            .post(encoded, JsonRpcMessages.request(1, "ping"))
            .header("Mcp-Session-Id", "any")
            .send();
    assertThat(post.status()).isEqualTo(404);
    assertThat(post.json().path("code").asInt()).isEqualTo(404);
    assertThat(post.json().has("error")).isFalse();
    assertThat(post.json().path("message").asText())
        .contains(
            path, OPEN.uri().resolve("/mcp").toString(), OPEN.uri().resolve("/sse").toString())
        .doesNotContain("ession");
    RawResponse page = OPEN.client().get(encoded).header("Accept", BROWSER).send();
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.type()).startsWith("text/html");
    assertThat(page.text()).contains(OPEN.uri().resolve("/mcp").toString()).doesNotContain("<y");
  }

  @ParameterizedTest
  @CsvSource({
    "/token/, /token",
    "/Token, /token",
    "/tokens, /token",
    "/register/, /register",
    "/authorize/, /authorize"
  })
  void similarOAuthPathNamesTheRightOne(String path, String meant) {
    RawResponse answer = GUARDED.client().post(path, JsonRpcMessages.request(1, "ping")).send();
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().path("message").asText()).contains(GUARDED.uri().resolve(meant) + ".");
  }

  @Test
  void postToRootNamesTheEndpoint() {
    RawResponse answer = OPEN.client().post("/", JsonRpcMessages.request(1, "ping")).send();
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.json().path("message").asText())
        .contains(OPEN.uri().resolve("/mcp").toString());
  }

  @Test
  void longPathIsNotRepeated() {
    RawResponse answer = OPEN.client().get("/" + "x".repeat(5_000)).send();
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).hasSizeLessThan(600);
  }
}
