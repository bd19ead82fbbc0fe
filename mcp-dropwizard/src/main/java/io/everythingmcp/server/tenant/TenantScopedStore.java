package io.everythingmcp.server.tenant;

import io.everythingmcp.server.store.AppendOnlyLogs;
import io.everythingmcp.server.store.ExpiringSets;
import io.everythingmcp.server.store.InstanceRegistry;
import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.PubSubChannels;
import io.everythingmcp.server.store.StateStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The part of a store that belongs to one tenant: every name in it begins with the tenant's.
 * Closing it ends the listening that was begun through it, and nothing else.
 */
public final class TenantScopedStore implements StateStore {
  private final StateStore all;
  private final String mine;
  private final Set<PubSubChannels.Subscription> ears;

  /**
   * A part.
   *
   * @param tenant the id of the tenant, which has no slash
   */
  public TenantScopedStore(StateStore all, String tenant) {
    this(all, "tenant/" + tenant + "/", ConcurrentHashMap.newKeySet());
  }

  private TenantScopedStore(StateStore all, String mine, Set<PubSubChannels.Subscription> ears) {
    this.all = all;
    this.mine = mine;
    this.ears = ears;
  }

  /** Returns the common part of the store, for data with unguessable ids; closed with this part. */
  public StateStore common() {
    return new TenantScopedStore(all, "", ears);
  }

  @Override
  public <T> KeyValueStore<T> values(String prefix, Class<T> type) {
    return new Values<>(all.values(prefix, type));
  }

  @Override
  public AppendOnlyLogs logs() {
    AppendOnlyLogs logs = all.logs();
    return new AppendOnlyLogs() {
      @Override
      public long append(String log, String entry, boolean keep, int limit, Duration ttl) {
        return logs.append(mine + log, entry, keep, limit, ttl);
      }

      @Override
      public List<Entry> read(String log, long after, int max) {
        return logs.read(mine + log, after, max);
      }

      @Override
      public List<Entry> claim(String log, String reader, long seen, int max) {
        return logs.claim(mine + log, reader, seen, max);
      }

      @Override
      public void release(String log, String reader) {
        logs.release(mine + log, reader);
      }

      @Override
      public long claimed(String log) {
        return logs.claimed(mine + log);
      }

      @Override
      public boolean exists(String log) {
        return logs.exists(mine + log);
      }

      @Override
      public void expire(String log, Duration ttl) {
        logs.expire(mine + log, ttl);
      }

      @Override
      public void remove(String log) {
        logs.remove(mine + log);
      }
    };
  }

  @Override
  public ExpiringSets members() {
    ExpiringSets members = all.members();
    return new ExpiringSets() {
      @Override
      public void add(String set, String member, Duration ttl) {
        members.add(mine + set, member, ttl);
      }

      @Override
      public void remove(String set, String member) {
        members.remove(mine + set, member);
      }

      @Override
      public long count(String set) {
        return members.count(mine + set);
      }

      @Override
      public List<String> list(String set) {
        return members.list(mine + set);
      }

      @Override
      public List<String> overdue(String set, int max) {
        return members.overdue(mine + set, max);
      }

      @Override
      public List<String> oldest(String set, int max) {
        return members.oldest(mine + set, max);
      }
    };
  }

  @Override
  public PubSubChannels signals() {
    PubSubChannels signals = all.signals();
    return new PubSubChannels() {
      @Override
      public void publish(String channel, String message) {
        signals.publish(mine + channel, message);
      }

      @Override
      public Subscription subscribe(String channel, Consumer<String> listener) {
        Subscription ear = signals.subscribe(mine + channel, listener);
        ears.add(ear);
        return () -> {
          ears.remove(ear);
          ear.close();
        };
      }
    };
  }

  @Override
  public InstanceRegistry instances() {
    return all.instances();
  }

  @Override
  public boolean available() {
    return all.available();
  }

  @Override
  public String kind() {
    return all.kind();
  }

  @Override
  public void close() {
    ears.forEach(PubSubChannels.Subscription::close);
    ears.clear();
  }

  private final class Values<T> implements KeyValueStore<T> {
    private final KeyValueStore<T> values;

    Values(KeyValueStore<T> values) {
      this.values = values;
    }

    @Override
    public Optional<T> get(String key) {
      return values.get(mine + key);
    }

    @Override
    public Optional<T> touch(String key, Duration ttl) {
      return values.touch(mine + key, ttl);
    }

    @Override
    public CompletionStage<Optional<T>> touchAsync(String key, Duration ttl) {
      return values.touchAsync(mine + key, ttl);
    }

    @Override
    public Optional<Duration> remaining(String key) {
      return values.remaining(mine + key);
    }

    @Override
    public void put(String key, T value, Duration ttl) {
      values.put(mine + key, value, ttl);
    }

    @Override
    public boolean putIfAbsent(String key, T value, Duration ttl) {
      return values.putIfAbsent(mine + key, value, ttl);
    }

    @Override
    public Optional<T> update(String key, UnaryOperator<T> change) {
      return values.update(mine + key, change);
    }

    @Override
    public Optional<T> take(String key) {
      return values.take(mine + key);
    }

    @Override
    public boolean remove(String key) {
      return values.remove(mine + key);
    }
  }
}
