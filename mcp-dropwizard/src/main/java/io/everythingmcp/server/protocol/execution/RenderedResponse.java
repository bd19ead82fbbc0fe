package io.everythingmcp.server.protocol.execution;

import io.everythingmcp.server.wire.RpcError;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;
import java.util.Map;

/**
 * JSON-RPC response to a request in the format of its era, with the status of the HTTP response.
 */
public final class RenderedResponse {
  private static final Map<String, String> RETRY_LATER = Map.of("Retry-After", "5");

  private final int status;
  private final Map<String, String> headers;
  private final byte[] message;
  private final RpcError error;

  private RenderedResponse(
      int status, Map<String, String> headers, byte[] message, RpcError error) {
    this.status = status;
    this.headers = headers;
    this.message = message;
    this.error = error;
  }

  /**
   * Creates the response with a result.
   *
   * @param result the serialized result
   */
  public static RenderedResponse result(RpcMessage.Request request, byte[] result) {
    return new RenderedResponse(200, Map.of(), RpcMessage.resultBytes(request.id(), result), null);
  }

  /**
   * Creates an error response.
   *
   * @param status the HTTP status, if no stream was opened
   */
  public static RenderedResponse error(int status, RpcMessage.Request request, RpcError error) {
    byte[] message = WireJson.bytes(RpcMessage.error(request.id(), error));
    return new RenderedResponse(status, Map.of(), message, error);
  }

  /** Creates the error response of a server that cannot process the request now. */
  public static RenderedResponse busy(RpcMessage.Request request, String why) {
    RpcError error = RpcError.internal(why);
    byte[] message = WireJson.bytes(RpcMessage.error(request.id(), error));
    return new RenderedResponse(503, RETRY_LATER, message, error);
  }

  /** Returns the HTTP status, if no stream was opened. */
  public int status() {
    return status;
  }

  /** Returns the additional HTTP headers. */
  public Map<String, String> headers() {
    return headers;
  }

  /** Returns the JSON-RPC error code; 0 for a result. */
  public int code() {
    return error == null ? 0 : error.code();
  }

  /** Returns the error message; null for a result. */
  public String reason() {
    return error == null ? null : error.message();
  }

  /** The JSON-RPC message. */
  public byte[] message() {
    return message;
  }
}
