package io.everythingmcp.server.protocol;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.server.wire.RpcMessage;

/**
 * Incoming message, independent of the transport.
 *
 * @param channel transport channel
 * @param httpMethod HTTP method, or the equivalent for other channels
 * @param headers the headers
 * @param session session id of the request, or null: a header in Streamable HTTP, a query parameter
 *     in HTTP+SSE
 * @param message the body; null where the request has none
 * @param caller the sender
 */
public record IncomingMessage(
    Channel channel,
    HttpMethod httpMethod,
    RequestHeaders headers,
    String session,
    RpcMessage message,
    CallerIdentity caller) {

  /** Transport channel of a message. */
  public enum Channel {
    /** One endpoint for everything, since 2025-03-26. */
    STREAMABLE_HTTP,
    /** A stream and a second endpoint, 2024-11-05. */
    HTTP_SSE,
    /** Lines on standard input and output. */
    STDIO
  }

  /** HTTP method of a request to the endpoint. */
  public enum HttpMethod {
    /** Delivers a message. */
    POST,
    /** Opens a stream. */
    GET,
    /** Ends the session. */
    DELETE
  }
}
