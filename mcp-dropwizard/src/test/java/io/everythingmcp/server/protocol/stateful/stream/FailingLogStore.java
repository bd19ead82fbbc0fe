package io.everythingmcp.server.protocol.stateful.stream;

import io.everythingmcp.server.store.AppendOnlyLogs;
import io.everythingmcp.server.store.ExpiringSets;
import io.everythingmcp.server.store.InstanceRegistry;
import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.PubSubChannels;
import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.server.store.StoreUnavailableException;
import java.time.Duration;
import java.util.List;

/** Store whose logs cannot be read or written at times. */
final class FailingLogStore implements StateStore {
  private final StateStore store;
  private volatile boolean away;
  private volatile boolean refusing;

  FailingLogStore(StateStore store) {
    this.store = store;
  }

  /** Sets whether logs cannot be read. */
  void setUnreadable(boolean now) {
    away = now;
  }

  /** Sets whether logs cannot be written. */
  void setReadOnly(boolean now) {
    refusing = now;
  }

  private AppendOnlyLogs writing() {
    return logs(refusing);
  }

  private AppendOnlyLogs reading() {
    return logs(away);
  }

  private AppendOnlyLogs logs(boolean unavailable) {
    if (unavailable) {
      throw new StoreUnavailableException(new IllegalStateException("away"));
    }
    return store.logs();
  }

  @Override
  public AppendOnlyLogs logs() {
    return new AppendOnlyLogs() {
      @Override
      public long append(String log, String entry, boolean keep, int limit, Duration ttl) {
        return writing().append(log, entry, keep, limit, ttl);
      }

      @Override
      public List<Entry> read(String log, long after, int max) {
        return reading().read(log, after, max);
      }

      @Override
      public List<Entry> claim(String log, String reader, long seen, int max) {
        return reading().claim(log, reader, seen, max);
      }

      @Override
      public void release(String log, String reader) {
        store.logs().release(log, reader);
      }

      @Override
      public long claimed(String log) {
        return reading().claimed(log);
      }

      @Override
      public boolean exists(String log) {
        return reading().exists(log);
      }

      @Override
      public void expire(String log, Duration ttl) {
        store.logs().expire(log, ttl);
      }

      @Override
      public void remove(String log) {
        store.logs().remove(log);
      }
    };
  }

  @Override
  public <T> KeyValueStore<T> values(String prefix, Class<T> type) {
    return store.values(prefix, type);
  }

  @Override
  public ExpiringSets members() {
    return store.members();
  }

  @Override
  public PubSubChannels signals() {
    return store.signals();
  }

  @Override
  public InstanceRegistry instances() {
    return store.instances();
  }

  @Override
  public boolean available() {
    return store.available();
  }

  @Override
  public String kind() {
    return store.kind();
  }

  @Override
  public void close() {
    store.close();
  }
}
