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
 * Bounded queue that passes elements to one consumer in order, in batches, on a thread of an
 * executor. Thread-safe.
 *
 * @param <T> type of the elements
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
   * Creates a queue.
   *
   * @param executor runs the consumer; may reject
   * @param capacity maximum number of waiting elements; further elements are dropped
   * @param reader consumer of batches
   */
  public BoundedEventQueue(Executor executor, int capacity, Consumer<List<T>> reader) {
    this.executor = executor;
    this.reader = reader;
    this.waiting = new ArrayBlockingQueue<>(capacity);
  }

  /**
   * Adds an element, or drops it if the queue is full. Never blocks, never throws.
   *
   * @param letter the element
   */
  public void put(T letter) {
    if (!waiting.offer(letter)) {
      lost.incrementAndGet();
    }
    wake();
  }

  /** Returns whether all elements have been consumed. */
  boolean empty() {
    return waiting.isEmpty() && !reading.get();
  }

  /** Returns the number of dropped elements. */
  long droppedCount() {
    return lost.get();
  }

  private void wake() {
    if (reading.compareAndSet(false, true)) {
      try {
        executor.execute(this::read);
      } catch (RejectedExecutionException e) {
        // The next call of put tries again.
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
        LOG.error("An event listener failed", e);
      }
      batch.clear();
    }
    reading.set(false);
    if (!waiting.isEmpty()) {
      wake();
    }
  }
}
