package io.everythingmcp.conformance.harness;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** Sends HTTP requests to one server, exactly as they are put together. */
public final class RawClient {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  static {
    // Tests of the Host check set another Host; the property is read once, when the first client is
    // created.
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host,connection");
    // A server may close an idle connection while a message is sent on it; that is no violation, so
    // the message is sent again on a new connection.
    System.setProperty("jdk.httpclient.enableAllMethodRetry", "true");
  }

  private final URI base;
  private final HttpClient http;
  private final Duration patience;
  private final Map<String, String> headers;
  private final Consumer<CapturedExchange> journal;

  /**
   * A client.
   *
   * @param base scheme, host and port of the server
   */
  public RawClient(URI base) {
    this(base, PATIENCE);
  }

  /**
   * A client.
   *
   * @param base scheme, host and port of the server
   * @param patience how long it waits for an answer, and for each event of a stream
   */
  public RawClient(URI base, Duration patience) {
    this(
        base,
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(patience)
            .build(),
        patience,
        Map.of(),
        exchange -> {});
  }

  private RawClient(
      URI base,
      HttpClient http,
      Duration patience,
      Map<String, String> headers,
      Consumer<CapturedExchange> journal) {
    this.base = base;
    this.http = http;
    this.patience = patience;
    this.headers = headers;
    this.journal = journal;
  }

  /** Returns a copy for another server. */
  public RawClient at(URI other) {
    return new RawClient(other, http, patience, headers, journal);
  }

  /** A copy of this client with default headers for each request. */
  public RawClient with(Map<String, String> more) {
    return new RawClient(base, http, patience, more, journal);
  }

  /** Returns a copy that passes each exchange to a journal when it starts. */
  public RawClient recordedBy(Consumer<CapturedExchange> other) {
    return new RawClient(base, http, patience, headers, other);
  }

  /** Returns a copy with another timeout. */
  public RawClient timeout(Duration other) {
    return new RawClient(base, http, other, headers, journal);
  }

  public URI base() {
    return base;
  }

  /** Creates a request without body, with the default headers; without a path for the base URI. */
  public RawRequest request(String method, String path) {
    URI uri = path.isEmpty() ? base : base.resolve(path);
    RawRequest request = new RawRequest(http, uri, method, patience, journal);
    headers.forEach(request::header);
    return request;
  }

  /** Creates a POST with the required headers of the transport. */
  public RawRequest post(String path, Object message) {
    return request("POST", path)
        .header("Content-Type", "application/json")
        .header("Accept", "application/json, text/event-stream")
        .body(message.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** A request for a stream. */
  public RawRequest get(String path) {
    return request("GET", path).header("Accept", "text/event-stream");
  }
}
