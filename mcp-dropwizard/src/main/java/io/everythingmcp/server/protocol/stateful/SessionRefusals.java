package io.everythingmcp.server.protocol.stateful;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.protocol.IncomingMessage;
import io.everythingmcp.server.protocol.IncomingMessage.Channel;
import io.everythingmcp.server.protocol.ResponseExchange;
import io.everythingmcp.server.session.Session;
import io.everythingmcp.server.wire.RpcError;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;
import java.util.Map;

/**
 * Errors for requests without a valid session, with the action required on their transport. Session
 * expired, ended or unknown: 404, and the client sends {@code initialize} again.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#session-management">Session
 *     management</a>
 */
final class SessionRefusals {
  private SessionRefusals() {}

  /** The request names no session. */
  static RpcError missingSession(Channel channel) {
    return RpcError.invalidRequest("no session: " + requiredFirstStep(channel));
  }

  /**
   * Creates the error for a session that the caller does not have: session expired, ended by
   * DELETE, never created, or of another caller.
   */
  static RpcError notFound(Channel channel) {
    return new RpcError(
        RpcError.INVALID_REQUEST,
        "Session not found: it ended or never existed; "
            + (channel == Channel.STREAMABLE_HTTP
                ? "send initialize without a session id"
                : requiredFirstStep(channel)),
        null);
  }

  /** Creates the error for a request before {@code initialize}. */
  static RpcError notInitialized() {
    return RpcError.invalidRequest("the first message must be initialize");
  }

  /** Creates the error for a second {@code initialize}. */
  static RpcError alreadyInitialized() {
    return RpcError.invalidRequest("this session is initialized already");
  }

  /** Creates the error for an invalid request within a session. */
  static RpcError withNegotiatedRevision(Session session, RpcError error) {
    return new RpcError(
        error.code(),
        "This session negotiated "
            + session.revision().date()
            + ", which its requests must have as MCP-Protocol-Version; "
            + error.message(),
        error.data());
  }

  private static String requiredFirstStep(Channel channel) {
    return switch (channel) {
      case STREAMABLE_HTTP -> "send initialize first, then its Mcp-Session-Id with every request";
      case HTTP_SSE ->
          "GET the /sse endpoint; the first event of its stream has the address to post to";
      case STDIO -> "send initialize first";
    };
  }

  /** Sends an error as the response to a message. */
  static void send(
      ResponseExchange exchange,
      int status,
      Map<String, String> headers,
      IncomingMessage in,
      RpcError error) {
    JsonNode id = in.message() instanceof RpcMessage.Request request ? request.id() : null;
    exchange.reply(status, headers, WireJson.bytes(RpcMessage.error(id, error)));
  }
}
