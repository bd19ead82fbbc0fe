package io.everythingmcp.server.store.redis;

import io.everythingmcp.server.store.StoreUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listener and its pending messages. It receives one message after the other, in order, on any
 * thread.
 */
final class ListenerQueue {
  private static final Logger LOG = LoggerFactory.getLogger(ListenerQueue.class);
  private static final int MOST_WAITING = 1_000;

  private final Consumer<String> listener;
  private List<String> waiting;
  private boolean running;
  private volatile boolean closed;

  ListenerQueue(Consumer<String> listener) {
    this.listener = listener;
  }

  /**
   * Queues a message. Consecutive empty messages are merged, and at the limit all pending messages
   * are replaced by one empty message.
   *
   * @return whether {@link #run} must be called; false if a call is pending
   */
  synchronized boolean offer(String message) {
    if (closed) {
      return false;
    }
    if (waiting == null) {
      waiting = new ArrayList<>(1);
    }
    if (waiting.size() == MOST_WAITING) {
      waiting.clear();
      waiting.add("");
    }
    if (!message.isEmpty() || waiting.isEmpty() || !waiting.get(waiting.size() - 1).isEmpty()) {
      waiting.add(message);
    }
    boolean first = !running;
    running = true;
    return first;
  }

  /**
   * Delivers all pending messages.
   *
   * @return false if the store was unavailable to the listener, so that it must be called again
   *     later
   */
  boolean run() {
    boolean here = true;
    for (List<String> batch = next(); batch != null; batch = next()) {
      for (String message : batch) {
        here &= deliver(message);
      }
    }
    return here;
  }

  private synchronized List<String> next() {
    List<String> batch = waiting;
    waiting = null;
    running = batch != null;
    return batch;
  }

  private boolean deliver(String message) {
    try {
      if (!closed) {
        listener.accept(message);
      }
    } catch (StoreUnavailableException e) {
      return false;
    } catch (RuntimeException e) {
      LOG.error("A listener failed", e);
    }
    return true;
  }

  void close() {
    closed = true;
  }
}
