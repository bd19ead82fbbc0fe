package io.everythingmcp.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Errors of the server of a client check. */
class ClientCommandErrorTest {
  @Test
  void errorOfTheServerIsNoViolation() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = "no store".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(503, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    StringWriter err = new StringWriter();
    try {
      CommandLine line = ConformanceMain.commandLine();
      line.setErr(new PrintWriter(err));
      String url = "http://127.0.0.1:" + server.getAddress().getPort();
      assertThat(line.execute("client", "--url", url, "--", "true")).isEqualTo(2);
    } finally {
      server.stop(0);
    }
    assertThat(err.toString())
        .startsWith("GET http://127.0.0.1:")
        .contains("expected status 200, received 503: no store")
        .doesNotContain("\tat ");
  }
}
