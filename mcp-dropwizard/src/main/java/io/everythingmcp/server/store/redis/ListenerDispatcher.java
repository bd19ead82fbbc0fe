package io.everythingmcp.server.store.redis;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Calls listeners on an executor, not too many at a time: when all are woken at once, after a
 * reconnect, requests must still find a thread and a connection. Nothing is lost when the executor
 * is full.
 */
final class ListenerDispatcher {
  private static final long FULL_MILLIS = 20;
  private static final long AWAY_MILLIS = 1_000;

  private final Executor executor;
  private final int width;
  private final Queue<ListenerQueue> ready = new ConcurrentLinkedQueue<>();
  private final AtomicInteger running = new AtomicInteger();
  private volatile boolean closed;

  ListenerDispatcher(Executor executor, int width) {
    this.executor = executor;
    this.width = width;
  }

  /** Passes a message on, soon. Never blocks. */
  void deliver(ListenerQueue queue, String message) {
    if (queue.offer(message)) {
      ready.add(queue);
      start();
    }
  }

  /** Discards pending notifications. */
  void close() {
    closed = true;
    ready.clear();
  }

  private void start() {
    if (closed || running.getAndUpdate(now -> now < width ? now + 1 : now) >= width) {
      return;
    }
    try {
      executor.execute(this::drain);
    } catch (RejectedExecutionException e) {
      running.decrementAndGet();
      schedule(FULL_MILLIS, this::start);
    }
  }

  private void drain() {
    try {
      for (ListenerQueue queue = ready.poll(); queue != null; queue = ready.poll()) {
        run(queue);
      }
    } finally {
      running.decrementAndGet();
      if (!ready.isEmpty()) {
        start();
      }
    }
  }

  private void run(ListenerQueue queue) {
    if (!queue.run()) {
      schedule(AWAY_MILLIS, () -> deliver(queue, ""));
    }
  }

  private static void schedule(long millis, Runnable task) {
    CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, Runnable::run).execute(task);
  }
}
