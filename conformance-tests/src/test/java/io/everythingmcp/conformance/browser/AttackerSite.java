package io.everythingmcp.conformance.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Site of another origin whose pages are defined by the tests; records its requests. */
final class AttackerSite implements AutoCloseable {
  private final HttpServer http;
  private final Map<String, Content> pages = new ConcurrentHashMap<>();
  private final Map<String, String> redirects = new ConcurrentHashMap<>();
  private final List<URI> visits = new CopyOnWriteArrayList<>();

  /** Page with its content security policy. */
  private record Content(String html, String policy) {}

  AttackerSite() {
    try {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    http.createContext("/", this::respond);
    http.start();
  }

  private void respond(HttpExchange exchange) throws IOException {
    try (exchange) {
      URI uri = exchange.getRequestURI();
      Content content = pages.get(uri.getPath());
      String onward = redirects.get(uri.getPath());
      if (!uri.getPath().equals("/favicon.ico")) {
        visits.add(uri);
      }
      if (onward != null) {
        exchange.getResponseHeaders().set("Location", onward + "?" + uri.getRawQuery());
        exchange.sendResponseHeaders(307, -1);
        return;
      }
      if (content == null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", "text/html;charset=utf-8");
      if (content.policy() != null) {
        exchange.getResponseHeaders().set("Content-Security-Policy", content.policy());
      }
      byte[] bytes = content.html().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  /** Adds a page at a path; returns its address. */
  URI page(String path, String html) {
    return page(path, html, null);
  }

  /** Adds a page with a content security policy. */
  URI page(String path, String html, String policy) {
    pages.put(path, new Content(html, policy));
    return uri(path);
  }

  /**
   * Redirects requests of a path to another address, with their query; returns the address of the
   * path.
   */
  URI redirect(String path, Object target) {
    redirects.put(path, target.toString());
    return uri(path);
  }

  /** Returns an address of this site. */
  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + path);
  }

  /** Returns the requested addresses in order. */
  List<URI> requests() {
    return visits;
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
