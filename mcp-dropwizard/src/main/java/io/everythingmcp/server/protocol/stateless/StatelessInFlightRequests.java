package io.everythingmcp.server.protocol.stateless;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.protocol.IncomingMessage;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The requests that are not answered yet, on this instance. Where all share one channel, a client
 * takes a request back by its id; elsewhere it closes the connection.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/patterns/cancellation">Cancellation</a>
 */
final class StatelessInFlightRequests {
  private final Map<JsonNode, Runnable> lines = new ConcurrentHashMap<>();
  private final AtomicInteger working = new AtomicInteger();

  /** Notes a request; false when its id is that of another one that is not answered yet. */
  boolean add(StatelessRequest incoming) {
    return !shared(incoming) || lines.putIfAbsent(incoming.request().id(), () -> {}) == null;
  }

  /** Says how a request that was noted can be taken back. */
  void cancelBy(StatelessRequest incoming, Runnable cancel) {
    if (shared(incoming)) {
      lines.replace(incoming.request().id(), cancel);
    }
  }

  /** A request is over. */
  void remove(StatelessRequest incoming) {
    if (shared(incoming)) {
      lines.remove(incoming.request().id());
    }
  }

  /** Takes a request back; one that is not known is ignored, as it may just have been answered. */
  void cancel(JsonNode id) {
    Runnable cancel = id == null ? null : lines.get(id);
    if (cancel != null) {
      cancel.run();
    }
  }

  private static boolean shared(StatelessRequest incoming) {
    return incoming.inbound().channel() == IncomingMessage.Channel.STDIO;
  }

  /** A request occupies a worker. */
  void begun() {
    working.incrementAndGet();
  }

  /** It does so no longer. */
  void done() {
    working.decrementAndGet();
  }

  /** How many requests occupy workers. */
  int working() {
    return working.get();
  }
}
