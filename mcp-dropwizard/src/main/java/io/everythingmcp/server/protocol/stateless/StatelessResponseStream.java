package io.everythingmcp.server.protocol.stateless;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.server.protocol.ResponseExchange;
import io.everythingmcp.server.protocol.ServerSentEvent;
import io.everythingmcp.server.protocol.execution.RenderedResponse;
import io.everythingmcp.server.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Response stream of one request: plain JSON if no message precedes the response and it is complete
 * within a keep-alive interval; otherwise an SSE stream. Only the first end, with or without a
 * response, takes effect.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http">Streamable
 *     HTTP, sending messages</a>
 */
final class StatelessResponseStream {
  private final ResponseExchange exchange;
  private boolean stream;
  private boolean bufferFull;
  private boolean over;

  StatelessResponseStream(ResponseExchange exchange) {
    this.exchange = exchange;
  }

  /** Sends a message before the response. It is dropped if the client reads too slowly. */
  synchronized void send(ObjectNode notification) {
    if (!over && !bufferFull) {
      openStream();
      send(WireJson.text(notification));
    }
  }

  private void send(String message) {
    bufferFull = !exchange.send(ServerSentEvent.message(null, message));
  }

  /** Called when the connection is writable again. */
  synchronized void ready() {
    bufferFull = false;
  }

  /** Becomes a stream, so that keep-alives can be sent and a disconnection is detected. */
  synchronized void openStream() {
    if (!over && !stream) {
      stream = true;
      exchange.openStream(Map.of());
    }
  }

  /** Sends the response; returns false if the stream had already ended. */
  synchronized boolean respond(RenderedResponse respond) {
    if (over) {
      return false;
    }
    over = true;
    if (stream) {
      send(new String(respond.message(), StandardCharsets.UTF_8));
      exchange.close();
    } else {
      exchange.reply(respond.status(), respond.headers(), respond.message());
    }
    return true;
  }

  /**
   * Ends without a response, because the client cancelled the request; returns false if the stream
   * had already ended.
   */
  synchronized boolean closeWithoutResponse() {
    if (over) {
      return false;
    }
    over = true;
    exchange.close();
    return true;
  }
}
