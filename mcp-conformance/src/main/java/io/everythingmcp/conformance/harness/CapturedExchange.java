package io.everythingmcp.conformance.harness;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One HTTP exchange: the request, and the received part of the response. */
public final class CapturedExchange {
  private static final int KEPT = 20_000;

  private final String method;
  private final URI uri;
  private final List<String> requestHeaders;
  private final String requestBody;
  private final List<String> responseHeaders = new CopyOnWriteArrayList<>();
  private final List<SseEvent> events = new CopyOnWriteArrayList<>();
  private volatile int status;
  private volatile String responseBody = "";
  private volatile String failure = "";

  CapturedExchange(String method, URI uri, List<String[]> headers, byte[] body) {
    this.method = method;
    this.uri = uri;
    this.requestHeaders = headers.stream().map(header -> header[0] + ": " + header[1]).toList();
    this.requestBody = shortened(new String(body, StandardCharsets.UTF_8));
  }

  void received(HttpResponse<?> response) {
    status = response.statusCode();
    response
        .headers()
        .map()
        .forEach((name, values) -> values.forEach(v -> responseHeaders.add(name + ": " + v)));
  }

  void body(String text) {
    responseBody = shortened(text);
  }

  void event(SseEvent event) {
    events.add(event);
  }

  void failed(String why) {
    failure = why;
  }

  private static String shortened(String text) {
    return text.length() <= KEPT
        ? text
        : text.substring(0, KEPT) + "... (" + text.length() + " characters)";
  }

  public String method() {
    return method;
  }

  public URI uri() {
    return uri;
  }

  /** Each as {@code name: value}. */
  public List<String> requestHeaders() {
    return requestHeaders;
  }

  /** The body; empty if there was none. */
  public String requestBody() {
    return requestBody;
  }

  /** Returns the status; 0 without a response. */
  public int status() {
    return status;
  }

  /** Each as {@code name: value}. */
  public List<String> responseHeaders() {
    return responseHeaders;
  }

  /** The body as far as it was read; empty for a stream. */
  public String responseBody() {
    return responseBody;
  }

  /** Returns the received events of a stream. */
  public List<SseEvent> events() {
    return events;
  }

  /** Returns why there is no response; empty if there is one. */
  public String failure() {
    return failure;
  }
}
