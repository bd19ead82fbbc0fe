package io.everythingmcp.server.protocol;

import java.time.Duration;

/**
 * One server-sent event.
 *
 * @param id what the client sends back to resume, or null
 * @param name the event's name, or null for the usual one
 * @param data one line of text; may be empty
 * @param retry after which time the client should come back, or null
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent
 *     events</a>
 */
public record ServerSentEvent(String id, String name, String data, Duration retry) {

  /** A message. */
  public static ServerSentEvent message(String id, String data) {
    return new ServerSentEvent(id, null, data, null);
  }
}
