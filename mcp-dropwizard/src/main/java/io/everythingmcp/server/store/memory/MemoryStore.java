package io.everythingmcp.server.store.memory;

import io.everythingmcp.server.store.AppendOnlyLogs;
import io.everythingmcp.server.store.ExpiringSets;
import io.everythingmcp.server.store.InstanceRegistry;
import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.PubSubChannels;
import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.server.wire.SecureIds;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Store in the memory of this process. */
public final class MemoryStore implements StateStore {
  private static final Duration SWEEP = Duration.ofSeconds(5);

  private final Map<String, MemoryKeyValueStore<?>> values = new ConcurrentHashMap<>();
  private final MemoryAppendOnlyLogs logs = new MemoryAppendOnlyLogs();
  private final MemoryExpiringSets members = new MemoryExpiringSets();
  private final MemoryPubSubChannels signals = new MemoryPubSubChannels();
  private final InstanceRegistry instances = new Alone(SecureIds.random());
  private final ScheduledExecutorService sweeper;
  private final Future<?> sweeping;

  /** The state is visible to this process only. */
  private record Alone(String self) implements InstanceRegistry {
    @Override
    public boolean isRunning(String instance) {
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

  /** Removes expired entries. Called periodically; tests may call it. */
  public void sweep() {
    values.values().forEach(MemoryKeyValueStore::sweep);
    logs.sweep();
    members.sweep();
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> KeyValueStore<T> values(String prefix, Class<T> type) {
    return (KeyValueStore<T>) values.computeIfAbsent(prefix, p -> new MemoryKeyValueStore<T>());
  }

  @Override
  public AppendOnlyLogs logs() {
    return logs;
  }

  @Override
  public ExpiringSets members() {
    return members;
  }

  @Override
  public PubSubChannels signals() {
    return signals;
  }

  @Override
  public InstanceRegistry instances() {
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

  /** Returns the number of values and logs, including expired ones: for tests of leaks. */
  public List<Integer> sizes() {
    return List.of(values.values().stream().mapToInt(MemoryKeyValueStore::size).sum(), logs.size());
  }

  @Override
  public void close() {
    sweeping.cancel(false);
    sweeper.shutdownNow();
  }
}
