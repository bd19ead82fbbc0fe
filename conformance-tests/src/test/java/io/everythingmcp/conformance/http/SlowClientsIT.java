package io.everythingmcp.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.SharedServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that send slowly, or send nothing, occupy no thread: all other clients are served. */
class SlowClientsIT {
  private static final int MANY = 1_000;

  private static final List<String> PATHS =
      List.of(
          "/mcp",
          "/message?sessionId=x",
          "/t/acme/mcp",
          "/token",
          "/par",
          "/revoke",
          "/introspect",
          "/authorize/consent",
          "/fakeupstreamauth/authorize",
          "/management/cleanup",
          "/health");

  /** Separate server: the pending bodies of one test must not exhaust the limit in another test. */
  @RegisterExtension
  static final SharedServer SERVER =
      SharedServer.with(
          ServerLaunch.with("AUTH_MODE", "integrated")
              .jvm("-Ddw.limits.rate.token=off", "-Ddw.limits.rate.register=off"));

  private final List<Socket> sockets = new ArrayList<>();

  @AfterEach
  void hangUp() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private Socket send(int port, String text) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    sockets.add(socket);
    write(socket, text);
    return socket;
  }

  private static void write(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static String post(int port, String path, String more) {
    return post(port, path, "application/x-www-form-urlencoded", more);
  }

  private static String post(int port, String path, String type, String more) {
    return "POST "
        + path
        + " HTTP/1.1\r\nHost: localhost:"
        + port
        + "\r\nContent-Type: "
        + type
        + "\r\n"
        + more;
  }

  private void assertOtherClientsAreServed() {
    RawResponse health = SERVER.client().request("GET", "/health").send();
    assertThat(health.status()).isEqualTo(200);
    RawResponse token =
        SERVER
            .client()
            .request("POST", "/revoke")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .body("token=x".getBytes(StandardCharsets.UTF_8))
            .send();
    assertThat(token.status()).isIn(401, 429);
  }

  @Test
  @Timeout(60)
  void pendingBodiesBlockNoOtherClient() throws IOException {
    int port = SERVER.process().port();
    for (int i = 0; i < MANY; i++) {
      String length = i % 2 == 0 ? "Content-Length: 60000" : "Transfer-Encoding: chunked";
      String part = i % 2 == 0 ? "a=b" : "3\r\na=b\r\n";
      send(port, post(port, PATHS.get(i % PATHS.size()), length + "\r\n\r\n" + part));
    }
    assertOtherClientsAreServed();
  }

  @Test
  @Timeout(60)
  void pendingHeadersAndIdleConnectionsBlockNoOtherClient() throws IOException {
    int port = SERVER.process().port();
    for (int i = 0; i < MANY; i++) {
      send(port, i % 2 == 0 ? "" : post(port, "/mcp", "X-Part: "));
    }
    assertOtherClientsAreServed();
  }

  @Test
  @Timeout(60)
  void pendingBodiesDoNotBlockTheAdminPort() throws IOException {
    int port = SERVER.process().adminPort();
    for (int i = 0; i < MANY / 2; i++) {
      send(port, post(port, "/tasks/gc", "Content-Length: 60000\r\n\r\na=b"));
    }
    Socket socket = send(port, "GET /ping HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n");
    assertThat(status(socket)).contains(" 200 ");
  }

  /** A body whose second half is delayed gets the response to the whole body. */
  @ParameterizedTest
  @CsvSource({
    "/token, a=b, 401",
    "/mcp, {}, 401",
    "/register, {}, 400",
    "/introspect, a=b, 401",
    "/authorize/consent, a=b, 403",
    "/management/cleanup, {}, 404"
  })
  void bodyInPiecesIsServed(String path, String body, int status) throws IOException {
    int port = SERVER.process().port();
    int length = body.length();
    String head = "Content-Length: " + length + "\r\n\r\n" + body.substring(0, 1);
    Socket counted = send(port, post(port, path, head));
    Socket chunked =
        send(port, post(port, path, "Transfer-Encoding: chunked\r\n\r\n1\r\n" + body.charAt(0)));
    // Another connection is served meanwhile: by then the server has received the first bytes.
    assertOtherClientsAreServed();
    write(counted, body.substring(1));
    write(chunked, "\r\n%x\r\n%s\r\n0\r\n\r\n".formatted(length - 1, body.substring(1)));
    assertThat(status(counted)).contains(" " + status + " ");
    assertThat(status(chunked)).contains(" " + status + " ");
  }

  /**
   * A rejection that depends only on headers is sent before the body is requested (100 Continue).
   */
  @ParameterizedTest
  @CsvSource({
    "/mcp, 11000000, application/json, 401",
    "/message?sessionId=x, 5, application/json, 401",
    "/token, 11000000, application/x-www-form-urlencoded, 413",
    "/register, 11000000, application/json, 413",
    "/fakeupstreamauth/token, 11000000, application/x-www-form-urlencoded, 413"
  })
  void rejectedBodyIsNotRequested(String path, int length, String type, int status)
      throws IOException {
    assertThat(expecting(SERVER, path, length, type)).contains(" " + status + " ");
  }

  @RegisterExtension static final SharedServer OPEN = SharedServer.with("FIXTURES", "true");

  @ParameterizedTest
  @CsvSource({
    "11000000, application/json, 413",
    "5, text/plain, 415",
    "5, application/json, 100",
  })
  void rejectedBodyIsNotRequestedWithoutAuthentication(int length, String type, int status)
      throws IOException {
    assertThat(expecting(OPEN, "/mcp", length, type)).contains(" " + status + " ");
  }

  private String expecting(SharedServer server, String path, int length, String type)
      throws IOException {
    int port = server.process().port();
    String head = "Content-Length: " + length + "\r\nExpect: 100-continue\r\n\r\n";
    return status(send(port, post(port, path, type, head)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/token", "/register", "/fakeupstreamauth/token", "/mcp"})
  void compressedBodyIsRejected(String path) throws IOException {
    SharedServer server = path.equals("/mcp") ? OPEN : SERVER;
    int port = server.process().port();
    String head = "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}";
    Socket socket = send(port, post(port, path, "application/json", head));
    assertThat(status(socket)).contains(" 415 ");
  }

  private static String status(Socket socket) throws IOException {
    return new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
        .readLine();
  }
}
