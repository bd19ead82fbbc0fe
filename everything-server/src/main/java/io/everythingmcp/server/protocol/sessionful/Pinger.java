package io.everythingmcp.server.protocol.sessionful;

import io.everythingmcp.server.session.EventLog;
import io.everythingmcp.server.session.Session;
import io.everythingmcp.server.wire.Ids;
import io.everythingmcp.server.wire.Json;
import io.everythingmcp.server.wire.RpcMessage;
import java.time.Duration;

/**
 * Asks clients that are connected to this instance for a sign of life. An answer needs no receiver:
 * the request that brings it keeps the session alive.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/utilities/ping">Ping</a>
 */
final class Pinger {
  private final Context context;

  Pinger(Context context) {
    this.context = context;
  }

  /** Begins to ask. */
  void every(Duration interval) {
    if (!interval.isZero()) {
      context.runtime().workers().every(interval, this::ask);
    }
  }

  private void ask() {
    for (String id : context.attachments().listening()) {
      context
          .sessions()
          .peek(id)
          .filter(Session::ready)
          .ifPresent(
              session ->
                  context
                      .log()
                      .say(
                          id,
                          EventLog.UNRELATED,
                          Json.text(RpcMessage.request("ping." + Ids.random(), "ping", null))));
    }
  }
}
