package io.everythingmcp.server.protocol.stateless;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.server.protocol.ResponseExchange;
import io.everythingmcp.server.protocol.ServerSentEvent;
import io.everythingmcp.server.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The way back of one request: plain JSON, unless something is said before the answer, or it takes
 * longer than a keep-alive interval; then a stream. Whoever ends it first, by an answer or without
 * one, has the last word.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http">Streamable
 *     HTTP, sending messages</a>
 */
final class StatelessResponseStream {
  private final ResponseExchange exchange;
  private boolean stream;
  private boolean full;
  private boolean over;

  StatelessResponseStream(ResponseExchange exchange) {
    this.exchange = exchange;
  }

  /** Says something before the answer. A client that does not keep up misses it. */
  synchronized void say(ObjectNode notification) {
    if (!over && !full) {
      becomeStream();
      send(WireJson.text(notification));
    }
  }

  private void send(String message) {
    full = !exchange.send(ServerSentEvent.message(null, message));
  }

  /** The client keeps up again. */
  synchronized void ready() {
    full = false;
  }

  /** Becomes a stream, so that the connection shows signs of life and its loss is noticed. */
  synchronized void becomeStream() {
    if (!over && !stream) {
      stream = true;
      exchange.openStream(Map.of());
    }
  }

  /** Answers; false when it was over before. */
  synchronized boolean answer(StatelessResponse answer) {
    if (over) {
      return false;
    }
    over = true;
    if (stream) {
      send(new String(answer.message(), StandardCharsets.UTF_8));
      exchange.close();
    } else {
      exchange.reply(answer.status(), answer.headers(), answer.message());
    }
    return true;
  }

  /** Whether nothing can be said any more. */
  synchronized boolean over() {
    return over;
  }

  /** Ends without an answer, because nobody wants it; false when it was over before. */
  synchronized boolean abandon() {
    if (over) {
      return false;
    }
    over = true;
    exchange.close();
    return true;
  }
}
