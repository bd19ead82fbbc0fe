package io.everythingmcp.server.tenant;

import io.everythingmcp.server.store.AppendOnlyLogs;
import io.everythingmcp.server.store.ExpiringSets;
import io.everythingmcp.server.store.InstanceRegistry;
import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.PubSubChannels;
import io.everythingmcp.server.store.StateStore;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Part of a store that belongs to one tenant: every name has the prefix of the tenant. Closing it
 * closes the subscriptions that were created with it, and nothing else.
 */
public final class TenantScopedStore implements StateStore {
  private final StateStore all;
  private final String keyPrefix;
  private final Duration longestTtl;
  private final Set<PubSubChannels.Subscription> subscriptions;

  /**
   * A part.
   *
   * @param tenant the id of the tenant, which has no slash
   */
  public TenantScopedStore(StateStore all, String tenant) {
    this(all, tenant, ChronoUnit.FOREVER.getDuration());
  }

  /**
   * A part whose data expires.
   *
   * @param tenant the id of the tenant, which has no slash
   * @param longestTtl longest time to live of an entry after it was written or touched; longer ones
   *     are shortened
   */
  public TenantScopedStore(StateStore all, String tenant, Duration longestTtl) {
    this(all, "tenant/" + tenant + "/", longestTtl, ConcurrentHashMap.newKeySet());
  }

  private TenantScopedStore(
      StateStore all,
      String keyPrefix,
      Duration longestTtl,
      Set<PubSubChannels.Subscription> subscriptions) {
    this.all = all;
    this.keyPrefix = keyPrefix;
    this.longestTtl = longestTtl;
    this.subscriptions = subscriptions;
  }

  /** Returns the common part of the store, for data with unguessable ids; closed with this part. */
  public StateStore common() {
    return new TenantScopedStore(all, "", longestTtl, subscriptions);
  }

  private Duration shortened(Duration ttl) {
    return ttl.compareTo(longestTtl) > 0 ? longestTtl : ttl;
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
        return logs.append(keyPrefix + log, entry, keep, limit, shortened(ttl));
      }

      @Override
      public List<Entry> read(String log, long after, int max) {
        return logs.read(keyPrefix + log, after, max);
      }

      @Override
      public List<Entry> claim(String log, String reader, long seen, int max) {
        return logs.claim(keyPrefix + log, reader, seen, max);
      }

      @Override
      public void release(String log, String reader) {
        logs.release(keyPrefix + log, reader);
      }

      @Override
      public long claimed(String log) {
        return logs.claimed(keyPrefix + log);
      }

      @Override
      public boolean exists(String log) {
        return logs.exists(keyPrefix + log);
      }

      @Override
      public void expire(String log, Duration ttl) {
        logs.expire(keyPrefix + log, shortened(ttl));
      }

      @Override
      public void remove(String log) {
        logs.remove(keyPrefix + log);
      }
    };
  }

  @Override
  public ExpiringSets members() {
    ExpiringSets members = all.members();
    return new ExpiringSets() {
      @Override
      public void add(String set, String member, Duration ttl) {
        members.add(keyPrefix + set, member, shortened(ttl));
      }

      @Override
      public void remove(String set, String member) {
        members.remove(keyPrefix + set, member);
      }

      @Override
      public long count(String set) {
        return members.count(keyPrefix + set);
      }

      @Override
      public List<String> list(String set) {
        return members.list(keyPrefix + set);
      }

      @Override
      public List<String> overdue(String set, int max) {
        return members.overdue(keyPrefix + set, max);
      }

      @Override
      public List<String> earliest(String set, int max) {
        return members.earliest(keyPrefix + set, max);
      }
    };
  }

  @Override
  public PubSubChannels signals() {
    PubSubChannels signals = all.signals();
    return new PubSubChannels() {
      @Override
      public void publish(String channel, String message) {
        signals.publish(keyPrefix + channel, message);
      }

      @Override
      public Subscription subscribe(String channel, Consumer<String> listener) {
        Subscription subscription = signals.subscribe(keyPrefix + channel, listener);
        subscriptions.add(subscription);
        return () -> {
          subscriptions.remove(subscription);
          subscription.close();
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
    subscriptions.forEach(PubSubChannels.Subscription::close);
    subscriptions.clear();
  }

  private final class Values<T> implements KeyValueStore<T> {
    private final KeyValueStore<T> values;

    Values(KeyValueStore<T> values) {
      this.values = values;
    }

    @Override
    public Optional<T> get(String key) {
      return values.get(keyPrefix + key);
    }

    @Override
    public Optional<T> touch(String key, Duration ttl) {
      return values.touch(keyPrefix + key, shortened(ttl));
    }

    @Override
    public CompletionStage<Optional<T>> touchAsync(String key, Duration ttl) {
      return values.touchAsync(keyPrefix + key, shortened(ttl));
    }

    @Override
    public Optional<Duration> remaining(String key) {
      return values.remaining(keyPrefix + key);
    }

    @Override
    public void put(String key, T value, Duration ttl) {
      values.put(keyPrefix + key, value, shortened(ttl));
    }

    @Override
    public boolean putIfAbsent(String key, T value, Duration ttl) {
      return values.putIfAbsent(keyPrefix + key, value, shortened(ttl));
    }

    @Override
    public Optional<T> update(String key, UnaryOperator<T> change) {
      return values.update(keyPrefix + key, change);
    }

    @Override
    public Optional<T> take(String key) {
      return values.take(keyPrefix + key);
    }

    @Override
    public boolean remove(String key) {
      return values.remove(keyPrefix + key);
    }
  }
}
