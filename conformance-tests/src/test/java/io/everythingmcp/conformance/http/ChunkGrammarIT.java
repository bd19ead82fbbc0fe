package io.everythingmcp.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.RawSocket;
import io.everythingmcp.conformance.harness.SharedServer;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A chunked body that violates the grammar is rejected once, and no following bytes are processed
 * as a request.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-7.1">RFC 9112, section 7.1</a>
 */
class ChunkGrammarIT {
  private static final String END = "0\r\n\r\n";

  private static final List<String> DEVIATIONS =
      List.of(
          "1;ext=\"val\r\nX\r\n" + END,
          "1;ext=\"\\\r\nX\r\n" + END,
          "1;ext=\"a\"b\r\nX\r\n" + END,
          "1;a=b\nX\r\n" + END,
          "1;a=\u0000\r\nX\r\n" + END,
          "zz\r\n{}\r\n" + END,
          "-1\r\nX\r\n" + END,
          "+1\r\nX\r\n" + END,
          "0x1\r\nX\r\n" + END,
          "1_\r\nX\r\n" + END,
          " 1\r\nX\r\n" + END,
          "\r\nX\r\n" + END,
          "FFFFFFFFFFFFFFFFF\r\nX\r\n" + END,
          "1\nX\n0\n\n",
          "1\rX\r\n" + END,
          "1\r\nXY\r\n" + END,
          "1\r\nX" + END,
          "1\r\nX\n" + END,
          "1\r\nX\r\n0\n\r\n",
          "1\r\nX\r\n0\r\n\n",
          "1\r\nX\r\n0;a=\"\r\n\r\n",
          "1\r\nX\r\n0\r\nnot a trailer\r\n\r\n");

  @RegisterExtension
  static final SharedServer SERVER = SharedServer.with("AUTH_MODE", "integrated");

  @RegisterExtension static final SharedServer OPEN = SharedServer.with("FIXTURES", "true");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/mcp",
        "/message?sessionId=x",
        "/t/acme/mcp",
        "/token",
        "/oauth/token",
        "/register",
        "/par",
        "/revoke",
        "/introspect",
        "/authorize/consent",
        "/fakeupstreamauth/authorize",
        "/fakeupstreamauth/token",
        "/management/cleanup",
        "/elicitation/x",
        "/.well-known/oauth-authorization-server"
      })
  void nothingAfterAMalformedBodyIsServed(String path) {
    refused(SERVER, SERVER.process().port(), path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/mcp", "/message?sessionId=x"})
  void nothingIsServedWithoutAuthentication(String path) {
    refused(OPEN, OPEN.process().port(), path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/tasks/log-level", "/tasks/gc"})
  void nothingIsServedAtTheAdminPort(String path) {
    refused(SERVER, SERVER.process().adminPort(), path);
  }

  private static void refused(SharedServer server, int port, String path) {
    for (String body : DEVIATIONS) {
      String answer = RawSocket.exchange(port, post(port, path, body) + next(server, port));
      assertThat(answer).as("%s at %s", body, path).startsWith("HTTP/1.1 400 ");
      assertThat(answers(answer)).as("%s at %s: %s", body, path, answer).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/mcp",
        "/message?sessionId=x",
        "/t/acme/mcp",
        "/token",
        "/register",
        "/authorize/consent",
        "/fakeupstreamauth/token",
        "/management/cleanup"
      })
  void requestAfterAValidBodyIsServed(String path) {
    int port = SERVER.process().port();
    for (String body : List.of("1;ext=\"val\"\r\nX\r\n" + END, "1;a=b;c\r\nX\r\n" + END, END)) {
      String answer = RawSocket.exchange(port, post(port, path, body) + next(SERVER, port));
      assertThat(answers(answer)).as("%s at %s: %s", body, path, answer).isEqualTo(2);
      assertThat(answer).contains("\"status\":\"healthy\"");
    }
  }

  private static int answers(String text) {
    return text.split("HTTP/1\\.1 ", -1).length - 1;
  }

  private static String post(int port, String path, String body) {
    return "POST "
        + path
        + " HTTP/1.1\r\nHost: localhost:"
        + port
        + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
        + body;
  }

  private static String next(SharedServer server, int port) {
    String path = port == server.process().port() ? "/health" : "/ping";
    return "GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n";
  }
}
