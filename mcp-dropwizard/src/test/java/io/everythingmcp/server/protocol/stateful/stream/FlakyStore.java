package io.everythingmcp.server.protocol.stateful.stream;

import io.everythingmcp.server.store.Instances;
import io.everythingmcp.server.store.KeyedValues;
import io.everythingmcp.server.store.Logs;
import io.everythingmcp.server.store.Members;
import io.everythingmcp.server.store.Signals;
import io.everythingmcp.server.store.Store;
import io.everythingmcp.server.store.StoreUnavailableException;
import java.time.Duration;
import java.util.List;

/** A store whose logs cannot be read, or written, now and then. */
final class FlakyStore implements Store {
  private final Store store;
  private volatile boolean away;
  private volatile boolean refusing;

  FlakyStore(Store store) {
    this.store = store;
  }

  /** Whether logs can be read. */
  void away(boolean now) {
    away = now;
  }

  /** Whether nothing can be added to logs. */
  void refusing(boolean now) {
    refusing = now;
  }

  private Logs writing() {
    return logs(refusing);
  }

  private Logs reading() {
    return logs(away);
  }

  private Logs logs(boolean unavailable) {
    if (unavailable) {
      throw new StoreUnavailableException(new IllegalStateException("away"));
    }
    return store.logs();
  }

  @Override
  public Logs logs() {
    return new Logs() {
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
  public <T> KeyedValues<T> values(String prefix, Class<T> type) {
    return store.values(prefix, type);
  }

  @Override
  public Members members() {
    return store.members();
  }

  @Override
  public Signals signals() {
    return store.signals();
  }

  @Override
  public Instances instances() {
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
