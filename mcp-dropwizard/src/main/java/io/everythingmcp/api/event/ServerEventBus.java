package io.everythingmcp.api.event;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Where everything that happens on this instance is told. */
public final class ServerEventBus {
  private static final int CAPACITY = 10_000;
  private static final Duration FLUSH = Duration.ofSeconds(1);

  private final Executor executor;
  private final List<Subscriber> ears = new CopyOnWriteArrayList<>();

  /**
   * Nobody listens yet.
   *
   * @param executor where listeners are called; it may refuse when it is full
   */
  public ServerEventBus(Executor executor) {
    this.executor = executor;
  }

  private record Subscriber(ServerEventListener listener, BoundedEventQueue<ServerEvent> box) {}

  /** Tells something. Never waits, never throws. */
  public void publish(ServerEvent event) {
    for (Subscriber ear : ears) {
      if (ear.listener.accepts(event.getClass())) {
        ear.box.put(event);
      }
    }
  }

  /** Tells something that happens often; it is made only where somebody wants it. */
  public <T extends ServerEvent> void publishIfSubscribed(Class<T> kind, Supplier<T> event) {
    for (Subscriber ear : ears) {
      if (ear.listener.accepts(kind)) {
        publish(event.get());
        return;
      }
    }
  }

  /** Listens to everything from now on. */
  public Subscription subscribe(ServerEventListener listener) {
    BoundedEventQueue<ServerEvent> box =
        new BoundedEventQueue<>(
            executor, CAPACITY, batch -> batch.forEach(event -> hand(listener, event)));
    return add(new Subscriber(listener, box));
  }

  /** Listens to one kind of event from now on. */
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

  /** Listens, and is given what has come meanwhile at once. */
  public Subscription subscribe(ServerEventListener wants, Consumer<List<ServerEvent>> batches) {
    return add(new Subscriber(wants, new BoundedEventQueue<>(executor, CAPACITY, batches)));
  }

  private Subscription add(Subscriber ear) {
    ears.add(ear);
    return () -> ears.remove(ear);
  }

  private static void hand(ServerEventListener listener, ServerEvent event) {
    try {
      listener.onEvent(event);
    } catch (RuntimeException e) {
      org.slf4j.LoggerFactory.getLogger(ServerEventBus.class)
          .error("A listener failed at {}", event.type(), e);
    }
  }

  /** Waits a moment until what was told has been heard; for the end of a server. */
  public void flush() {
    long end = System.nanoTime() + FLUSH.toNanos();
    while (System.nanoTime() < end && !ears.stream().allMatch(ear -> ear.box.empty())) {
      LockSupport.parkNanos(FLUSH.toNanos() / 100);
    }
  }

  /** How many events did not fit into a mailbox. */
  public long droppedCount() {
    return ears.stream().mapToLong(ear -> ear.box.droppedCount()).sum();
  }

  /** Ends listening. */
  @FunctionalInterface
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
