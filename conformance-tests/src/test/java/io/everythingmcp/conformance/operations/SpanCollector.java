package io.everythingmcp.conformance.operations;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** OpenTelemetry collector: receives spans by OTLP over HTTP, in protobuf. */
final class SpanCollector implements AutoCloseable {
  private static final String PATH = "/v1/traces";

  private final HttpServer http;
  private final List<CollectedSpan> spans = new CopyOnWriteArrayList<>();
  private final List<String> keys = new CopyOnWriteArrayList<>();

  SpanCollector() {
    try {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    http.createContext("/", this::receive);
    http.start();
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      boolean right =
          exchange.getRequestMethod().equals("POST")
              && exchange.getRequestURI().getPath().equals(PATH)
              && "application/x-protobuf"
                  .equals(exchange.getRequestHeaders().getFirst("Content-Type"));
      if (right) {
        keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-Key")));
        spans.addAll(CollectedSpan.all(body));
      }
      exchange.sendResponseHeaders(right ? 200 : 404, -1);
    }
  }

  /** Returns the value for the variable of the endpoint. */
  String endpoint() {
    return "http://localhost:" + http.getAddress().getPort();
  }

  /** Returns all received spans. */
  List<CollectedSpan> spans() {
    return List.copyOf(spans);
  }

  /** Returns the header {@code X-Key} of each export request. */
  List<String> keys() {
    return List.copyOf(keys);
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
