package io.everythingmcp.conformance.harness;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;

/** Sends HTTP requests to one server, exactly as they are put together. */
public final class RawClient {
  static {
    // Tests of the Host check must be able to lie; read once, when the first client is made.
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host,connection");
  }

  private final URI base;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /**
   * A client.
   *
   * @param base scheme, host and port of the server
   */
  public RawClient(URI base) {
    this.base = base;
  }

  /** A request without body and headers. */
  public RawRequest request(String method, String path) {
    return new RawRequest(http, base.resolve(path), method);
  }

  /** A message, with the headers that the transport wants. */
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
