package io.everythingmcp.server.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The edge filters on a server with small limits. */
class EdgeServerTest {
  private final Server server = new Server();
  private final List<Socket> sockets = new ArrayList<>();

  /** Returns the received body and the client address. */
  public static final class Echo extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      byte[] body = request.getInputStream().readAllBytes();
      String text = request.getRemoteAddr() + " " + new String(body, StandardCharsets.UTF_8);
      response.setContentLength(text.length());
      response.getOutputStream().print(text);
    }
  }

  private int start(BodyRules.Settings settings, String proxies, int connections) throws Exception {
    TrustedProxies trusted = new TrustedProxies(proxies);
    HttpConfiguration http = new HttpConfiguration();
    http.addCustomizer(new ForwardedAddress(trusted));
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    connector.addBean(new ConnectionBounds(connections, trusted));
    server.addConnector(connector);
    server.addBean(new BodyRules(settings));
    ServletContextHandler context = new ServletContextHandler("/");
    FilterHolder filter = new FilterHolder(new BodyFilter(1_000));
    filter.setAsyncSupported(true);
    context.addFilter(filter, "/*", null);
    ServletHolder echo = new ServletHolder(new Echo());
    echo.setAsyncSupported(true);
    context.addServlet(echo, "/*");
    server.setHandler(context);
    server.start();
    return connector.getLocalPort();
  }

  @AfterEach
  void stop() throws Exception {
    for (Socket socket : sockets) {
      socket.close();
    }
    server.stop();
  }

  private Socket send(int port, String text) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    sockets.add(socket);
    socket.setSoTimeout(20_000);
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static String post(String more) {
    return "POST / HTTP/1.1\r\nHost: localhost\r\n" + more;
  }

  private static String status(Socket socket) throws IOException {
    return new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
        .readLine();
  }

  private static BodyRules.Settings rules(int seconds, int most, int bytes) {
    return new BodyRules.Settings(Duration.ofSeconds(seconds), 10, most, bytes);
  }

  @Test
  void addressIsLimitedToHalfOfThePendingBodies() throws Exception {
    int port = start(rules(60, 4, 1_000), "", 100);
    BodyRules rules = server.getBean(BodyRules.class);
    Socket first = send(port, post("Content-Length: 2\r\n\r\na"));
    send(port, post("Content-Length: 2\r\n\r\na"));
    await().until(() -> rules.waiting() == 2);
    assertThat(status(send(port, post("Content-Length: 2\r\n\r\na")))).contains(" 503 ");
    assertThat(status(send(port, post("Content-Length: 2\r\n\r\nab")))).contains(" 200 ");
    first.getOutputStream().write('b');
    assertThat(status(first)).contains(" 200 ");
    await().until(() -> rules.waiting() == 1);
    send(port, post("Content-Length: 2\r\n\r\na"));
    await().until(() -> rules.waiting() == 2);
  }

  @Test
  void addressIsLimitedToHalfOfTheirMemory() throws Exception {
    int port = start(rules(60, 100, 40), "", 100);
    Socket held = send(port, post("Content-Length: 30\r\n\r\n" + "x".repeat(15)));
    BodyRules rules = server.getBean(BodyRules.class);
    await().until(() -> rules.waiting() == 1);
    assertThat(status(send(port, post("Content-Length: 30\r\n\r\n" + "x".repeat(15)))))
        .contains(" 503 ");
    held.getOutputStream().write("x".repeat(15).getBytes(StandardCharsets.US_ASCII));
    assertThat(status(held)).contains(" 503 ");
    await().until(() -> rules.waiting() == 0);
  }

  @Test
  void bodyTimeoutGrowsWithReceivedBytes() throws Exception {
    // Ten bytes per second extend the timeout of one second.
    int port = start(rules(1, 100, 10_000), "", 100);
    Socket much = send(port, post("Content-Length: 501\r\n\r\n" + "x".repeat(500)));
    Socket little = send(port, post("Content-Length: 501\r\n\r\nx"));
    assertThat(status(little)).contains(" 408 ");
    much.getOutputStream().write('x');
    assertThat(status(much)).contains(" 200 ");
  }

  @Test
  void tooLongBodyIsRejected() throws Exception {
    int port = start(rules(60, 100, 10_000), "", 100);
    assertThat(status(send(port, post("Content-Length: 1001\r\n\r\n" + "x".repeat(1_001)))))
        .contains(" 413 ");
    assertThat(
            status(
                send(port, post("Transfer-Encoding: chunked\r\n\r\n3e9\r\n" + "x".repeat(1_001)))))
        .contains(" 413 ");
    assertThat(status(send(port, post("Content-Length: 1000\r\n\r\n" + "x".repeat(1_000)))))
        .contains(" 200 ");
  }

  @Test
  void addressIsLimitedToHalfOfTheConnections() throws Exception {
    int port = start(rules(60, 100, 10_000), "", 4);
    Socket first = send(port, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    Socket second = send(port, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    assertThat(status(first)).contains(" 200 ");
    assertThat(status(second)).contains(" 200 ");
    assertThat(send(port, "").getInputStream().read()).isEqualTo(-1);
    second.close();
    await()
        .ignoreExceptions()
        .until(
            () -> status(send(port, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")).contains("200"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X-Forwarded-For: 192.0.2.9 | 192.0.2.9",
        "X-Forwarded-For: 198.51.100.1, 192.0.2.9 | 192.0.2.9",
        "X-Forwarded-For: 198.51.100.1, 192.0.2.9, 10.0.0.7 | 192.0.2.9",
        "X-Forwarded-For: 192.0.2.9:4711 | 192.0.2.9",
        "X-Forwarded-For: nonsense | 127.0.0.1",
        "X-Forwarded-For: \", 192.0.2.9 | 192.0.2.9",
        "Forwarded: for=192.0.2.9;proto=https | 192.0.2.9",
        "Forwarded: for=198.51.100.1, For=\"192.0.2.9:80\" | 192.0.2.9",
        "Forwarded: for=unknown | 127.0.0.1",
        "X-Other: 192.0.2.9 | 127.0.0.1",
        "X-Forwarded-For: \"192.0.2.9 | 127.0.0.1",
        "Forwarded: for=\"192.0.2.9 | 127.0.0.1",
      })
  void trustedProxyNamesItsClient(String header, String client) throws Exception {
    int port = start(rules(60, 100, 10_000), "127.0.0.1, 10.0.0.0/8", 100);
    String request = post(header + "\r\nContent-Length: 1\r\nConnection: close\r\n\r\nx");
    String answer =
        new String(send(port, request).getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    assertThat(answer).endsWith("\r\n\r\n" + client + " x");
  }

  @Test
  void untrustedProxyIsIgnored() throws Exception {
    int port = start(rules(60, 100, 10_000), "10.0.0.0/8", 100);
    String request =
        post("X-Forwarded-For: 192.0.2.9\r\nContent-Length: 1\r\nConnection: close\r\n\r\nx");
    String answer =
        new String(send(port, request).getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    assertThat(answer).endsWith("127.0.0.1 x");
  }
}
