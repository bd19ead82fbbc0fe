package io.everythingmcp.conformance.broken;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Server that violates one rule: a proxy that changes one element of the messages. */
final class BreakingProxy implements AutoCloseable {
  static {
    // The Host header of the client is forwarded; it is read once, when the first client is
    // created.
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host,connection");
  }

  private static final Set<String> HOP =
      Set.of(
          "connection", "content-length", "transfer-encoding", "host", "upgrade", "http2-settings");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int instance;
  private volatile URI target;
  private volatile boolean hideHeader;
  private volatile ServerFault fault = ServerFault.NONE;

  private BreakingProxy(HttpServer server, int instance) {
    this.server = server;
    this.instance = instance;
  }

  /** Creates a proxy in front of a server that is configured without it. */
  static BreakingProxy before(URI target, int instance) {
    BreakingProxy proxy = open(instance);
    proxy.target = target;
    proxy.hideHeader = true;
    return proxy;
  }

  /** Creates a proxy in front of a server whose base URI is the address of the proxy. */
  static BreakingProxy open() {
    return open(1);
  }

  private static BreakingProxy open(int instance) {
    try {
      InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      HttpServer server = HttpServer.create(any, 0);
      BreakingProxy proxy = new BreakingProxy(server, instance);
      server.createContext("/", proxy::handle);
      server.setExecutor(proxy.threads);
      server.start();
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sets the address of the server. */
  void setTarget(URI other) {
    target = other;
  }

  URI uri() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** Sets the fault. */
  void setFault(ServerFault other) {
    fault = other;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      ServerFault now = fault;
      InterceptedRequest intercepted = asked(exchange);
      now.request(intercepted);
      ServerFault.Canned canned = now.instead(intercepted);
      if (canned != null) {
        byte[] body = canned.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", canned.type());
        exchange.sendResponseHeaders(canned.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
      } else {
        new ResponseRelay(now, intercepted, exchange).relay(forward(intercepted));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private InterceptedRequest asked(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    InterceptedRequest intercepted =
        new InterceptedRequest(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            instance,
            new String(body, StandardCharsets.UTF_8));
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> intercepted.headers.put(name, values.get(0)));
    if (hideHeader) {
      rewrite(intercepted);
    }
    return intercepted;
  }

  private void rewrite(InterceptedRequest intercepted) {
    String local = "localhost:" + server.getAddress().getPort();
    for (String name : List.of("Host", "Origin")) {
      intercepted.headers.computeIfPresent(
          name,
          (n, value) ->
              value
                  .replace(local, target.getAuthority())
                  .replace("127.0.0.1:" + server.getAddress().getPort(), target.getAuthority()));
    }
  }

  private HttpResponse<InputStream> forward(InterceptedRequest intercepted)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(target.resolve(intercepted.path));
    intercepted.headers.forEach(
        (name, value) -> {
          if (name.equalsIgnoreCase("Host") || !HOP.contains(name.toLowerCase(Locale.ROOT))) {
            request.header(name, value);
          }
        });
    request.method(
        intercepted.verb,
        intercepted.body.isEmpty()
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(intercepted.body));
    return http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
