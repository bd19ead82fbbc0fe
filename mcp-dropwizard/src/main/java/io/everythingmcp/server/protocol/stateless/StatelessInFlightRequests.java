package io.everythingmcp.server.protocol.stateless;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.protocol.IncomingMessage;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * In-flight requests on this instance. On a shared channel a client cancels a request by its id;
 * otherwise it closes the connection.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/patterns/cancellation">Cancellation</a>
 */
final class StatelessInFlightRequests {
  private final Map<JsonNode, Runnable> cancellations = new ConcurrentHashMap<>();
  private final AtomicInteger working = new AtomicInteger();

  /** Adds a request; returns false if its id is that of another in-flight request. */
  boolean add(StatelessRequest incoming) {
    return !shared(incoming)
        || cancellations.putIfAbsent(incoming.request().id(), () -> {}) == null;
  }

  /** Sets how the request is cancelled. */
  void cancelBy(StatelessRequest incoming, Runnable cancel) {
    if (shared(incoming)) {
      cancellations.replace(incoming.request().id(), cancel);
    }
  }

  /** A request is over. */
  void remove(StatelessRequest incoming) {
    if (shared(incoming)) {
      cancellations.remove(incoming.request().id());
    }
  }

  /** Cancels a request; ignores an unknown one, because its response may just have been sent. */
  void cancel(JsonNode id) {
    Runnable cancel = id == null ? null : cancellations.get(id);
    if (cancel != null) {
      cancel.run();
    }
  }

  private static boolean shared(StatelessRequest incoming) {
    return incoming.inbound().channel() == IncomingMessage.Channel.STDIO;
  }

  /** A request occupies a worker. */
  void increment() {
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
