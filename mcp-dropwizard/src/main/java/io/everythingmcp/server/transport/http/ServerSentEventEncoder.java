package io.everythingmcp.server.transport.http;

import io.everythingmcp.server.protocol.ServerSentEvent;
import java.nio.charset.StandardCharsets;

/**
 * Encoder for server-sent events.
 *
 * @see <a
 *     href="https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream">Parsing
 *     an event stream</a>
 */
final class ServerSentEventEncoder {
  /** Comment line for keep-alives. */
  static final byte[] COMMENT = ":\n\n".getBytes(StandardCharsets.US_ASCII);

  private ServerSentEventEncoder() {}

  /** One event; its data is one line. */
  static byte[] encode(ServerSentEvent event) {
    StringBuilder text = new StringBuilder(event.data().length() + 80);
    if (event.name() != null) {
      text.append("event: ").append(event.name()).append('\n');
    } else if (!event.data().isEmpty()) {
      text.append("event: message\n");
    }
    if (event.id() != null) {
      text.append("id: ").append(event.id()).append('\n');
    }
    if (event.retry() != null) {
      text.append("retry: ").append(event.retry().toMillis()).append('\n');
    }
    return text.append("data: ")
        .append(event.data())
        .append("\n\n")
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }
}
