package io.everythingmcp.conformance.harness;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A request in the making. */
public final class RawRequest {
  private final HttpClient http;
  private final URI uri;
  private final String method;
  private final Duration timeout;
  private final Consumer<CapturedExchange> journal;
  private final List<String[]> headers = new ArrayList<>();
  private byte[] content = {};
  private BodyPublisher body = BodyPublishers.noBody();

  RawRequest(
      HttpClient http,
      URI uri,
      String method,
      Duration timeout,
      Consumer<CapturedExchange> journal) {
    this.http = http;
    this.uri = uri;
    this.method = method;
    this.timeout = timeout;
    this.journal = journal;
  }

  /** Sets a header; null removes it. */
  public RawRequest header(String name, String value) {
    headers.removeIf(header -> header[0].equalsIgnoreCase(name));
    if (value != null) {
      headers.add(new String[] {name, value});
    }
    return this;
  }

  /** Sends one more header of a name. */
  public RawRequest and(String name, String value) {
    headers.add(new String[] {name, value});
    return this;
  }

  /** Sets the body. */
  public RawRequest body(byte[] bytes) {
    content = bytes;
    body = BodyPublishers.ofByteArray(bytes);
    return this;
  }

  /** Sets a body whose length is not announced. */
  public RawRequest chunked(byte[] bytes) {
    content = bytes;
    body = BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(bytes));
    return this;
  }

  /** Sends it, and waits for the head of the response, not for its body. */
  public RawResponse send() {
    CapturedExchange exchange = begin();
    try {
      return received(exchange, http.send(build(), HttpResponse.BodyHandlers.ofInputStream()));
    } catch (IOException e) {
      exchange.failed(e.toString());
      throw new AssertionError(method + " " + uri + " failed: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }

  /** Sends it, and does not wait. */
  public CompletableFuture<RawResponse> sendAsync() {
    CapturedExchange exchange = begin();
    CompletableFuture<HttpResponse<InputStream>> response =
        http.sendAsync(build(), HttpResponse.BodyHandlers.ofInputStream());
    return response.thenApply(head -> received(exchange, head));
  }

  private CapturedExchange begin() {
    CapturedExchange exchange = new CapturedExchange(method, uri, headers, content);
    journal.accept(exchange);
    return exchange;
  }

  private RawResponse received(CapturedExchange exchange, HttpResponse<InputStream> head) {
    exchange.received(head);
    return new RawResponse(head, exchange, timeout);
  }

  private HttpRequest build() {
    HttpRequest.Builder builder = HttpRequest.newBuilder(uri).timeout(timeout).method(method, body);
    headers.forEach(header -> builder.header(header[0], header[1]));
    return builder.build();
  }
}
