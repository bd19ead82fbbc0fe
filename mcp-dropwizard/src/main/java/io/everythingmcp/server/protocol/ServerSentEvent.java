package io.everythingmcp.server.protocol;

import java.time.Duration;

/**
 * One server-sent event.
 *
 * @param id id for resumption with Last-Event-ID, or null
 * @param name event name, or null for the default
 * @param data one line of text; may be empty
 * @param retry reconnection time, or null
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent
 *     events</a>
 */
public record ServerSentEvent(String id, String name, String data, Duration retry) {

  /** A message. */
  public static ServerSentEvent message(String id, String data) {
    return new ServerSentEvent(id, null, data, null);
  }
}
