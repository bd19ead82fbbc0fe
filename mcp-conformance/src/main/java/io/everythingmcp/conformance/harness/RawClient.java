package io.everythingmcp.conformance.harness;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** Sends HTTP requests to one server, exactly as they are put together. */
public final class RawClient {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  static {
    // Tests of the Host check set another Host; the property is read once, when the first client is
    // created.
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host,connection");
    // A server may close an idle connection while a message is sent on it, which is not a
    // violation, so
    // the message is sent again on a new connection.
    System.setProperty("jdk.httpclient.enableAllMethodRetry", "true");
  }

  private final URI base;
  private final HttpClient http;
  private final Duration timeout;
  private final Map<String, String> headers;
  private final Consumer<CapturedExchange> journal;

  /**
   * A client.
   *
   * @param base scheme, host and port of the server
   */
  public RawClient(URI base) {
    this(base, TIMEOUT);
  }

  /**
   * A client.
   *
   * @param base scheme, host and port of the server
   * @param timeout the timeout of a response, and of each event of a stream
   */
  public RawClient(URI base, Duration timeout) {
    this(
        base,
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(timeout)
            .build(),
        timeout,
        Map.of(),
        exchange -> {});
  }

  private RawClient(
      URI base,
      HttpClient http,
      Duration timeout,
      Map<String, String> headers,
      Consumer<CapturedExchange> journal) {
    this.base = base;
    this.http = http;
    this.timeout = timeout;
    this.headers = headers;
    this.journal = journal;
  }

  /** Returns a copy for another server. */
  public RawClient at(URI other) {
    return new RawClient(other, http, timeout, headers, journal);
  }

  /** A copy of this client with default headers for each request. */
  public RawClient with(Map<String, String> more) {
    return new RawClient(base, http, timeout, more, journal);
  }

  /** Returns a copy that passes each exchange to a journal when it starts. */
  public RawClient recordedBy(Consumer<CapturedExchange> other) {
    return new RawClient(base, http, timeout, headers, other);
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
    RawRequest request = new RawRequest(http, uri, method, timeout, journal);
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
