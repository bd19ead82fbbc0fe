package io.everythingmcp.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.SharedServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * After a rejection that precedes the request body, the connection can be used for the next
 * request: clients reuse connections, and lose a request that they send on a connection that is
 * being closed.
 */
class EarlyRejectionIT {
  @RegisterExtension
  static final SharedServer SERVER =
      SharedServer.with(
          ServerLaunch.with("MANAGEMENT_TOKEN", "the-token-of-the-operators")
              .config("docs/demos/per-bearer.yml"));

  private static final int MANY = 100;

  @ParameterizedTest
  @CsvSource({
    "'', 401",
    "'Authorization: Bearer a-token-that-is-unknown', 401",
    "'Origin: https://evil.example', 403",
    "'Authorization: Basic YTpi', 401",
  })
  void connectionRemainsUsable(String header, int status) throws IOException {
    byte[] body =
        JsonRpcMessages.initialize("2025-11-25", "{}").toString().getBytes(StandardCharsets.UTF_8);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), SERVER.process().port())) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      for (int i = 0; i < MANY; i++) {
        head(socket, header, body.length);
        socket.getOutputStream().write(body);
        assertThat(response(in)).as("request %d", i).startsWith("HTTP/1.1 " + status);
      }
    }
  }

  private static void head(Socket socket, String header, int length) throws IOException {
    OutputStream out = socket.getOutputStream();
    String head =
        "POST /mcp HTTP/1.1\r\nHost: localhost:%d\r\nContent-Type: application/json\r\n%sContent-Length: %d\r\n\r\n"
            .formatted(SERVER.process().port(), header.isEmpty() ? "" : header + "\r\n", length);
    // The body is a separate packet, so that the server often receives the headers alone first.
    socket.setTcpNoDelay(true);
    out.write(head.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static String response(BufferedReader in) throws IOException {
    String first = in.readLine();
    int length = 0;
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
        length = Integer.parseInt(line.substring(15).strip());
      }
    }
    for (int i = 0; i < length; i++) {
      in.read();
    }
    return String.valueOf(first);
  }
}
