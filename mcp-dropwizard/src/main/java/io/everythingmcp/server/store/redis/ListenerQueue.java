package io.everythingmcp.server.store.redis;

import io.everythingmcp.server.store.StoreUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One listener and what it has not heard yet. It hears one message after the other, in order, on
 * whatever thread.
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
   * Takes a message. An empty one that would follow an empty one adds nothing, and when too many
   * wait they become one empty message: look for yourself.
   *
   * @return whether {@link #run} must be called; false when it will look again anyway
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
   * Passes on everything that waits.
   *
   * @return false when the listener found the store away, so that it must be called again later
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
