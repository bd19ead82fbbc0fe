package io.everythingmcp.check.fault;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Response that replaces that of the server.
 *
 * @param headers without the length of the body
 */
public record ReplacementResponse(int status, Map<String, String> headers, String body) {
  public ReplacementResponse {
    headers = new LinkedHashMap<>(headers);
  }

  public static ReplacementResponse json(int status, String body) {
    return new ReplacementResponse(status, Map.of("Content-Type", "application/json"), body);
  }

  /**
   * A JSON-RPC error response to the request.
   *
   * @param message without characters that JSON escapes
   */
  static ReplacementResponse error(int status, RunCall call, int code, String message) {
    return json(
        status,
        "{\"jsonrpc\":\"2.0\",\"id\":"
            + (call.message().has("id") ? FaultDetails.write(call.message().get("id")) : "null")
            + ",\"error\":{\"code\":"
            + code
            + ",\"message\":\""
            + message
            + "\"}}");
  }

  public static ReplacementResponse text(int status, String body) {
    return new ReplacementResponse(
        status, Map.of("Content-Type", "text/plain;charset=utf-8"), body);
  }

  public static ReplacementResponse empty(int status) {
    return new ReplacementResponse(status, Map.of(), "");
  }

  /** Returns a copy with one more header. */
  public ReplacementResponse with(String name, String value) {
    ReplacementResponse copy = new ReplacementResponse(status, headers, body);
    copy.headers.put(name, value);
    return copy;
  }
}
