package io.everythingmcp.server.protocol;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.server.wire.RpcMessage;

/**
 * What came in, free of any transport.
 *
 * @param channel by which way
 * @param verb what kind of request carried it
 * @param headers the headers
 * @param session the session the sender names, or null: a header in Streamable HTTP, a query
 *     parameter in HTTP+SSE
 * @param message the body; null where the verb has none
 * @param caller who sent it
 */
public record IncomingMessage(
    Channel channel,
    Verb verb,
    RequestHeaders headers,
    String session,
    RpcMessage message,
    CallerIdentity caller) {

  /** The way a message came. */
  public enum Channel {
    /** One endpoint for everything, since 2025-03-26. */
    STREAMABLE_HTTP,
    /** A stream and a second endpoint, 2024-11-05. */
    HTTP_SSE,
    /** Lines on standard input and output. */
    STDIO
  }

  /** What the sender wants of the endpoint. */
  public enum Verb {
    /** Deliver a message. */
    POST,
    /** Listen. */
    GET,
    /** End the session. */
    DELETE
  }
}
