package io.everythingmcp.server.event;

import io.everythingmcp.api.event.BoundedEventQueue;
import io.everythingmcp.api.event.ServerEvent;
import io.everythingmcp.api.event.ServerEventBus;
import io.everythingmcp.api.event.ServerEventListener;
import io.everythingmcp.server.store.AppendOnlyLogs;
import io.everythingmcp.server.store.PubSubChannels;
import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.server.store.StoreUnavailableException;
import io.everythingmcp.server.wire.SecureIds;
import io.everythingmcp.server.wire.WireJson;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Relays events to watchers on any instance, through a log in the store, so that a watcher can
 * reconnect and continue. Frequent events are logged only while there are watchers, which announce
 * themselves periodically on a channel of all instances.
 */
public final class EventRelay implements ServerEventListener {
  /** Interval at which watchers announce themselves. */
  public static final Duration SIGN_OF_LIFE = Duration.ofSeconds(20);

  private static final Logger LOG = LoggerFactory.getLogger(EventRelay.class);
  private static final Duration WATCHED = SIGN_OF_LIFE.multipliedBy(3);
  private static final Duration KEPT = Duration.ofHours(1);
  private static final int ENTRIES = 200;
  private static final String NAME = "mcp:operator-events";
  private static final String WATCHERS = "mcp:operator-watch";

  private final AppendOnlyLogs logs;
  private final PubSubChannels signals;
  private final Executor executor;
  private final String instance = SecureIds.random().substring(0, 8);
  private volatile long subscribedUntil = System.nanoTime();

  /**
   * Creates a relay; it must be subscribed to the events of this instance.
   *
   * @param executor calls the watchers
   */
  public EventRelay(StateStore store, Executor executor) {
    this.logs = store.logs();
    this.signals = store.signals();
    this.executor = executor;
    signals.subscribe(WATCHERS, this::onMessage);
  }

  /** Receives a signal; an empty message only means that some may have been missed. */
  private void onMessage(String message) {
    if (!message.isEmpty()) {
      subscribedUntil = System.nanoTime() + WATCHED.toNanos();
    }
  }

  /** Returns the name of this instance in events. */
  public String instance() {
    return instance;
  }

  /** Passes on what happens here from now on. */
  public ServerEventBus.Subscription attach(ServerEventBus events) {
    return events.subscribe(this, this::pass);
  }

  @Override
  public void onEvent(ServerEvent event) {
    pass(List.of(event));
  }

  @Override
  public boolean accepts(Class<? extends ServerEvent> kind) {
    return !ServerEvent.frequent(kind) || subscribedUntil - System.nanoTime() > 0;
  }

  private void pass(List<ServerEvent> batch) {
    List<RelayedEvent> notices =
        batch.stream().map(event -> RelayedEvent.of(event, instance)).toList();
    try {
      logs.append(NAME, WireJson.text(notices), ENTRIES, KEPT);
      signals.publish(NAME, "");
    } catch (StoreUnavailableException e) {
      LOG.debug("{} events were not passed on: {}", batch.size(), e.getMessage());
    }
  }

  /** Announces a watcher. Must be called at the start and then periodically. */
  public void announceSubscriber() {
    try {
      signals.publish(WATCHERS, instance);
    } catch (StoreUnavailableException e) {
      LOG.debug("The announcement of an event watcher could not be sent", e);
    }
  }

  /**
   * Subscribes.
   *
   * @param after number of the last received entry; negative to start with the next entry
   * @param watcher receives entries in order, on one thread at a time
   */
  public ServerEventBus.Subscription subscribe(long after, Consumer<Entry> watcher) {
    Watch watch = new Watch(after < 0 ? end() : after, watcher);
    BoundedEventQueue<String> wakeUps =
        new BoundedEventQueue<>(executor, 2, ignored -> watch.readEntries());
    PubSubChannels.Subscription subscription = signals.subscribe(NAME, wakeUps::put);
    announceSubscriber();
    wakeUps.put("");
    return subscription::close;
  }

  private long end() {
    long last = 0;
    List<AppendOnlyLogs.Entry> some = logs.read(NAME, last, ENTRIES);
    while (!some.isEmpty()) {
      last = some.get(some.size() - 1).number();
      some = logs.read(NAME, last, ENTRIES);
    }
    return last;
  }

  /**
   * Events that were published together.
   *
   * @param number its position, for {@link #subscribe}
   */
  public record Entry(long number, List<RelayedEvent> notices) {}

  private final class Watch {
    private final Consumer<Entry> subscriber;
    private long last;

    Watch(long last, Consumer<Entry> watcher) {
      this.last = last;
      this.subscriber = watcher;
    }

    void readEntries() {
      List<AppendOnlyLogs.Entry> some = logs.read(NAME, last, ENTRIES);
      if (some.isEmpty() && last > 0 && end() < last) {
        // The log had expired and began again.
        last = 0;
        some = logs.read(NAME, last, ENTRIES);
      }
      for (AppendOnlyLogs.Entry entry : some) {
        last = entry.number();
        subscriber.accept(
            new Entry(last, List.of(WireJson.read(entry.text(), RelayedEvent[].class))));
      }
    }
  }
}
