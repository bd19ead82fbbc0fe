package io.everythingmcp.api.event;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands things to one reader, in order, one batch at a time, on somebody else's thread.
 *
 * @param <T> what is handed over
 */
public final class BoundedEventQueue<T> {
  private static final Logger LOG = LoggerFactory.getLogger(BoundedEventQueue.class);
  private static final int BATCH = 100;

  private final Executor executor;
  private final Consumer<List<T>> reader;
  private final BlockingQueue<T> waiting;
  private final AtomicBoolean reading = new AtomicBoolean();
  private final AtomicLong lost = new AtomicLong();

  /**
   * A mailbox.
   *
   * @param capacity how much may wait; what comes then is lost
   */
  public BoundedEventQueue(Executor executor, int capacity, Consumer<List<T>> reader) {
    this.executor = executor;
    this.reader = reader;
    this.waiting = new ArrayBlockingQueue<>(capacity);
  }

  /** Puts something in. Never waits, never throws. */
  public void put(T letter) {
    if (!waiting.offer(letter)) {
      lost.incrementAndGet();
    }
    wake();
  }

  /** Whether everything has been read. */
  boolean empty() {
    return waiting.isEmpty() && !reading.get();
  }

  /** How many did not fit. */
  long droppedCount() {
    return lost.get();
  }

  private void wake() {
    if (reading.compareAndSet(false, true)) {
      try {
        executor.execute(this::read);
      } catch (RejectedExecutionException e) {
        // Whoever puts the next letter in tries again.
        reading.set(false);
      }
    }
  }

  private void read() {
    List<T> batch = new ArrayList<>();
    while (waiting.drainTo(batch, BATCH) > 0) {
      try {
        reader.accept(List.copyOf(batch));
      } catch (RuntimeException e) {
        LOG.error("A listener of events failed", e);
      }
      batch.clear();
    }
    reading.set(false);
    if (!waiting.isEmpty()) {
      wake();
    }
  }
}
