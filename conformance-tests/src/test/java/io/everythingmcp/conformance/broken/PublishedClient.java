package io.everythingmcp.conformance.broken;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Client ID metadata document on a loopback address. */
public final class PublishedClient implements AutoCloseable {
  private final HttpServer server;

  /** Publishes the document. */
  public PublishedClient() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] document =
        ("{\"client_id\":\"%s\",\"client_name\":\"A published client\","
                + "\"redirect_uris\":[\"http://127.0.0.1/callback\"],"
                + "\"token_endpoint_auth_method\":\"none\"}")
            .formatted(address())
            .getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/client.json",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.getResponseHeaders().set("Cache-Control", "max-age=3600");
          exchange.sendResponseHeaders(200, document.length);
          exchange.getResponseBody().write(document);
          exchange.close();
        });
    server.start();
  }

  /** Returns its address. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/client.json");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
