package io.everythingmcp.server.protocol.stateless;

import io.everythingmcp.server.wire.Json;
import io.everythingmcp.server.wire.RpcError;
import io.everythingmcp.server.wire.RpcMessage;
import java.util.Map;

/** The answer to a request, ready to be sent. */
final class Sent {
  private static final Map<String, String> RETRY_LATER = Map.of("Retry-After", "5");

  private final int status;
  private final Map<String, String> headers;
  private final byte[] message;
  private final int code;

  private Sent(int status, Map<String, String> headers, byte[] message, int code) {
    this.status = status;
    this.headers = headers;
    this.message = message;
    this.code = code;
  }

  /** A result, which has been written before. */
  static Sent result(RpcMessage.Request request, byte[] result) {
    return new Sent(200, Map.of(), RpcMessage.resultBytes(request.id(), result), 0);
  }

  /**
   * An error.
   *
   * @param status the HTTP status, where no stream has begun
   */
  static Sent error(int status, RpcMessage.Request request, RpcError error) {
    byte[] message = Json.bytes(RpcMessage.error(request.id(), error));
    return new Sent(status, Map.of(), message, error.code());
  }

  /** Not now; another instance, or this one later. */
  static Sent busy(RpcMessage.Request request, String why) {
    RpcError error = RpcError.internal(why);
    byte[] message = Json.bytes(RpcMessage.error(request.id(), error));
    return new Sent(503, RETRY_LATER, message, error.code());
  }

  int status() {
    return status;
  }

  /** The HTTP headers beside those that every answer has. */
  Map<String, String> headers() {
    return headers;
  }

  /** The code of the error; 0 where it is a result. */
  int code() {
    return code;
  }

  /** The JSON-RPC message. */
  byte[] message() {
    return message;
  }
}
