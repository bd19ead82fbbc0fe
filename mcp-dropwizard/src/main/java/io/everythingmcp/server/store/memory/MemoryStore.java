package io.everythingmcp.server.store.memory;

import io.everythingmcp.server.store.Instances;
import io.everythingmcp.server.store.KeyedValues;
import io.everythingmcp.server.store.Logs;
import io.everythingmcp.server.store.Members;
import io.everythingmcp.server.store.Signals;
import io.everythingmcp.server.store.Store;
import io.everythingmcp.server.wire.Ids;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A store that lives and dies with this process. */
public final class MemoryStore implements Store {
  private static final Duration SWEEP = Duration.ofSeconds(5);

  private final Map<String, MemoryValues<?>> values = new ConcurrentHashMap<>();
  private final MemoryLogs logs = new MemoryLogs();
  private final MemoryMembers members = new MemoryMembers();
  private final MemorySignals signals = new MemorySignals();
  private final Instances instances = new Alone(Ids.random());
  private final ScheduledExecutorService sweeper;
  private final Future<?> sweeping;

  /** Nobody else can see what is in here. */
  private record Alone(String self) implements Instances {
    @Override
    public boolean alive(String instance) {
      return instance.equals(self);
    }
  }

  public MemoryStore() {
    sweeper =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "memory-store-sweep");
              thread.setDaemon(true);
              return thread;
            });
    sweeping =
        sweeper.scheduleWithFixedDelay(
            this::sweep, SWEEP.toMillis(), SWEEP.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Removes what has expired. Happens by itself; tests that look at memory may ask for it. */
  public void sweep() {
    values.values().forEach(MemoryValues::sweep);
    logs.sweep();
    members.sweep();
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> KeyedValues<T> values(String prefix, Class<T> type) {
    return (KeyedValues<T>) values.computeIfAbsent(prefix, p -> new MemoryValues<T>());
  }

  @Override
  public Logs logs() {
    return logs;
  }

  @Override
  public Members members() {
    return members;
  }

  @Override
  public Signals signals() {
    return signals;
  }

  @Override
  public Instances instances() {
    return instances;
  }

  @Override
  public boolean available() {
    return true;
  }

  @Override
  public String kind() {
    return "memory";
  }

  /**
   * How many values and logs there are now, expired ones included: for tests that look for leaks.
   */
  public List<Integer> sizes() {
    return List.of(values.values().stream().mapToInt(MemoryValues::size).sum(), logs.size());
  }

  @Override
  public void close() {
    sweeping.cancel(false);
    sweeper.shutdownNow();
  }
}
