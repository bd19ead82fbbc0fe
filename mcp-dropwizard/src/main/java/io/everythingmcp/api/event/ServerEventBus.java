package io.everythingmcp.api.event;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Publishes the events of this instance to listeners. Thread-safe. */
public final class ServerEventBus {
  private static final int CAPACITY = 10_000;
  private static final Duration FLUSH = Duration.ofSeconds(1);

  private final Executor executor;
  private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();

  /**
   * Creates a bus without listeners.
   *
   * @param executor calls the listeners; may reject when it is full
   */
  public ServerEventBus(Executor executor) {
    this.executor = executor;
  }

  private record Subscriber(ServerEventListener listener, BoundedEventQueue<ServerEvent> box) {}

  /**
   * Publishes an event. Never blocks, never throws.
   *
   * @param event the event
   */
  public void publish(ServerEvent event) {
    for (Subscriber subscriber : subscribers) {
      if (subscriber.listener.accepts(event.getClass())) {
        subscriber.box.put(event);
      }
    }
  }

  /**
   * Publishes an event of a frequent kind; the event is created only if a listener accepts it.
   *
   * @param <T> type of the event
   * @param kind class of the event
   * @param event creates the event
   */
  public <T extends ServerEvent> void publishIfSubscribed(Class<T> kind, Supplier<T> event) {
    for (Subscriber subscriber : subscribers) {
      if (subscriber.listener.accepts(kind)) {
        publish(event.get());
        return;
      }
    }
  }

  /**
   * Subscribes to all events from now on.
   *
   * @param listener the listener
   * @return the subscription
   */
  public Subscription subscribe(ServerEventListener listener) {
    BoundedEventQueue<ServerEvent> box =
        new BoundedEventQueue<>(
            executor, CAPACITY, batch -> batch.forEach(event -> hand(listener, event)));
    return add(new Subscriber(listener, box));
  }

  /**
   * Subscribes to one kind of event from now on.
   *
   * @param <T> type of the event
   * @param kind class of the event
   * @param listener the listener
   * @return the subscription
   */
  public <T extends ServerEvent> Subscription subscribe(Class<T> kind, Consumer<T> listener) {
    return subscribe(
        new ServerEventListener() {
          @Override
          public void onEvent(ServerEvent event) {
            listener.accept(kind.cast(event));
          }

          @Override
          public boolean accepts(Class<? extends ServerEvent> other) {
            return kind.isAssignableFrom(other);
          }
        });
  }

  /**
   * Subscribes to events in batches.
   *
   * @param wants decides which kinds are accepted
   * @param batches consumer of the batches, in order
   * @return the subscription
   */
  public Subscription subscribe(ServerEventListener wants, Consumer<List<ServerEvent>> batches) {
    return add(new Subscriber(wants, new BoundedEventQueue<>(executor, CAPACITY, batches)));
  }

  private Subscription add(Subscriber subscriber) {
    subscribers.add(subscriber);
    return () -> subscribers.remove(subscriber);
  }

  private static void hand(ServerEventListener listener, ServerEvent event) {
    try {
      listener.onEvent(event);
    } catch (RuntimeException e) {
      org.slf4j.LoggerFactory.getLogger(ServerEventBus.class)
          .error("A listener failed at {}", event.type(), e);
    }
  }

  /** Waits up to one second until all published events have been delivered; for use at shutdown. */
  public void flush() {
    long end = System.nanoTime() + FLUSH.toNanos();
    while (System.nanoTime() < end
        && !subscribers.stream().allMatch(subscriber -> subscriber.box.empty())) {
      LockSupport.parkNanos(FLUSH.toNanos() / 100);
    }
  }

  /** {@return the number of events that were dropped because a queue was full} */
  public long droppedCount() {
    return subscribers.stream().mapToLong(subscriber -> subscriber.box.droppedCount()).sum();
  }

  /** Subscription of a listener; closing it ends the delivery. */
  @FunctionalInterface
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
