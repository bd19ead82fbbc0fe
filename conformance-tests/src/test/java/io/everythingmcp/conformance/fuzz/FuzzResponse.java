package io.everythingmcp.conformance.fuzz;

import java.util.Map;

/** Response of the server. */
final class FuzzResponse {
  static final FuzzResponse NONE = new FuzzResponse(0, Map.of(), new byte[0], false);

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;
  private final boolean complete;

  /**
   * Creates a response.
   *
   * @param status 0 if there was no response, or it was not awaited
   * @param headers their names in lower case
   * @param complete whether the body was read to its end
   */
  FuzzResponse(int status, Map<String, String> headers, byte[] body, boolean complete) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.complete = complete;
  }

  int status() {
    return status;
  }

  Map<String, String> headers() {
    return headers;
  }

  byte[] body() {
    return body;
  }

  boolean complete() {
    return complete;
  }

  String header(String name) {
    return headers.get(name);
  }

  boolean isStream() {
    return headers.getOrDefault("content-type", "").startsWith("text/event-stream");
  }
}
