package io.everythingmcp.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.RawSocket;
import io.everythingmcp.conformance.harness.SharedServer;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Invalid HTTP is rejected without an error page of the container and without implementation
 * details.
 */
class BadHttpIT {
  @RegisterExtension static final SharedServer SERVER = SharedServer.with("FIXTURES", "true");

  /** Invalid request, with the expected status. */
  record Mistake(String name, int status, String request) {
    @Override
    public String toString() {
      return status + " " + name;
    }
  }

  static Stream<Mistake> mistakes() {
    String host = "Host: localhost:%d\r\n";
    String post = "POST /mcp HTTP/1.1\r\n" + host + "Content-Type: application/json\r\n";
    String ping = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
    return Stream.of(
        new Mistake("no request line", 400, "hello\r\n\r\n"),
        new Mistake("no host", 400, "GET /mcp HTTP/1.1\r\n\r\n"),
        new Mistake("two hosts", 400, "GET /mcp HTTP/1.1\r\n" + host + "Host: other\r\n\r\n"),
        new Mistake(
            "a host and another one in the request line",
            400,
            "GET http://other/mcp HTTP/1.1\r\n" + host + "\r\n"),
        new Mistake("a length that is no number", 400, post + "Content-Length: many\r\n\r\n"),
        new Mistake("a negative length", 400, post + "Content-Length: -1\r\n\r\n"),
        new Mistake(
            "a length beyond all numbers",
            400,
            post + "Content-Length: 99999999999999999999\r\n\r\n"),
        new Mistake(
            "a length and chunks",
            400,
            post + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        new Mistake(
            "a chunk without size",
            400,
            post + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n"),
        new Mistake("a body that ends early", 400, post + "Content-Length: 99\r\n\r\n" + ping),
        new Mistake(
            "a header with a space in its name",
            400,
            "GET /mcp HTTP/1.1\r\n" + host + "Bad Header: x\r\n\r\n"),
        new Mistake(
            "a header that is too long",
            431,
            "GET /mcp HTTP/1.1\r\n" + host + "X: " + "x".repeat(50_000) + "\r\n\r\n"),
        new Mistake(
            "an address that is too long",
            414,
            "GET /mcp?" + "x".repeat(50_000) + " HTTP/1.1\r\n" + host + "\r\n"),
        new Mistake("an escape that is none", 400, "GET /mcp%%zz HTTP/1.1\r\n" + host + "\r\n"),
        new Mistake("a NUL in the address", 400, "GET /mcp%%00 HTTP/1.1\r\n" + host + "\r\n"),
        new Mistake("a way around the path", 400, "GET /a/..;/mcp HTTP/1.1\r\n" + host + "\r\n"),
        new Mistake(
            "an escape in the query that is none",
            400,
            "POST /message?sessionId=%%zz HTTP/1.1\r\n"
                + host
                + "Content-Type: application/json\r\nContent-Length: 40\r\n\r\n"
                + ping),
        new Mistake(
            "an unknown expectation",
            417,
            post + "Expect: 200-maybe\r\nContent-Length: 40\r\n\r\n" + ping));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void isRejectedWithoutAPage(Mistake mistake) {
    int port = SERVER.process().port();
    String answer = RawSocket.exchange(port, mistake.request().formatted(port));
    assertThat(answer).startsWith("HTTP/1.1 " + mistake.status() + " ");
    assertThat(answer.toLowerCase(Locale.ROOT))
        .doesNotContain("text/html", "<html", "exception", "\tat ", "jetty");
  }
}
