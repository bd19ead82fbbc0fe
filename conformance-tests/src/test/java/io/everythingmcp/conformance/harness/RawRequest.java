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

/** A request in the making. */
public final class RawRequest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient http;
  private final URI uri;
  private final String method;
  private final List<String[]> headers = new ArrayList<>();
  private BodyPublisher body = BodyPublishers.noBody();

  RawRequest(HttpClient http, URI uri, String method) {
    this.http = http;
    this.uri = uri;
    this.method = method;
  }

  /** Sets a header; null takes it away. */
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
    body = BodyPublishers.ofByteArray(bytes);
    return this;
  }

  /** Sets a body whose length is not announced. */
  public RawRequest chunked(byte[] bytes) {
    body = BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(bytes));
    return this;
  }

  /** Sends it, and waits for the head of the response, not for its body. */
  public RawResponse send() {
    try {
      return new RawResponse(http.send(build(), HttpResponse.BodyHandlers.ofInputStream()));
    } catch (IOException e) {
      throw new AssertionError(method + " " + uri + " failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }

  /** Sends it, and does not wait. */
  public CompletableFuture<RawResponse> sendAsync() {
    CompletableFuture<HttpResponse<InputStream>> response =
        http.sendAsync(build(), HttpResponse.BodyHandlers.ofInputStream());
    return response.thenApply(RawResponse::new);
  }

  private HttpRequest build() {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(uri).timeout(PATIENCE).method(method, body);
    headers.forEach(header -> builder.header(header[0], header[1]));
    return builder.build();
  }
}
