package io.everythingmcp.server.protocol.stateless;

import io.everythingmcp.server.wire.RpcError;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;
import java.util.Map;

/** Rendered response to a request. */
final class StatelessResponse {
  private static final Map<String, String> RETRY_LATER = Map.of("Retry-After", "5");

  private final int status;
  private final Map<String, String> headers;
  private final byte[] message;
  private final RpcError error;

  private StatelessResponse(
      int status, Map<String, String> headers, byte[] message, RpcError error) {
    this.status = status;
    this.headers = headers;
    this.message = message;
    this.error = error;
  }

  /** A result, which has been written before. */
  static StatelessResponse result(RpcMessage.Request request, byte[] result) {
    return new StatelessResponse(200, Map.of(), RpcMessage.resultBytes(request.id(), result), null);
  }

  /**
   * Creates an error response.
   *
   * @param status the HTTP status, if no stream was opened
   */
  static StatelessResponse error(int status, RpcMessage.Request request, RpcError error) {
    byte[] message = WireJson.bytes(RpcMessage.error(request.id(), error));
    return new StatelessResponse(status, Map.of(), message, error);
  }

  /** Not now; another instance, or this one later. */
  static StatelessResponse busy(RpcMessage.Request request, String why) {
    RpcError error = RpcError.internal(why);
    byte[] message = WireJson.bytes(RpcMessage.error(request.id(), error));
    return new StatelessResponse(503, RETRY_LATER, message, error);
  }

  int status() {
    return status;
  }

  /** Returns the additional HTTP headers. */
  Map<String, String> headers() {
    return headers;
  }

  /** The code of the error; 0 where it is a result. */
  int code() {
    return error == null ? 0 : error.code();
  }

  /** Returns the error message; null for a result. */
  String reason() {
    return error == null ? null : error.message();
  }

  /** The JSON-RPC message. */
  byte[] message() {
    return message;
  }
}
