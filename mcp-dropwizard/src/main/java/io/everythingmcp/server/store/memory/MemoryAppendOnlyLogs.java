package io.everythingmcp.server.store.memory;

import io.everythingmcp.server.store.AppendOnlyLogs;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

final class MemoryAppendOnlyLogs implements AppendOnlyLogs {
  private final ConcurrentHashMap<String, Log> logs = new ConcurrentHashMap<>();

  @Override
  public long append(String name, String entry, boolean keep, int limit, Duration ttl) {
    long[] number = new long[1];
    logs.compute(
        name,
        (n, old) -> {
          Log log = old == null || MonotonicExpiry.isExpired(old.expires) ? new Log() : old;
          number[0] = log.append(entry, keep, limit, ttl);
          return log;
        });
    return number[0];
  }

  @Override
  public List<Entry> read(String name, long after, int max) {
    Log log = unexpired(name);
    return log == null ? List.of() : log.read(after, max);
  }

  @Override
  public List<Entry> claim(String name, String reader, long seen, int max) {
    Log log = unexpired(name);
    return log == null ? List.of() : log.claim(max);
  }

  @Override
  public void release(String name, String reader) {
    // No claimed entry is lost between store and reader, so claims are not recorded.
  }

  @Override
  public long claimed(String name) {
    Log log = unexpired(name);
    return log == null ? 0 : log.claimed();
  }

  @Override
  public boolean exists(String name) {
    return unexpired(name) != null;
  }

  @Override
  public void expire(String name, Duration ttl) {
    logs.computeIfPresent(
        name, (n, log) -> MonotonicExpiry.isExpired(log.expires) ? null : log.living(ttl));
  }

  @Override
  public void remove(String name) {
    logs.remove(name);
  }

  void sweep() {
    logs.keySet()
        .forEach(
            name ->
                logs.computeIfPresent(
                    name, (n, log) -> MonotonicExpiry.isExpired(log.expires) ? null : log));
  }

  int size() {
    return logs.size();
  }

  private Log unexpired(String name) {
    Log log = logs.get(name);
    return log == null || MonotonicExpiry.isExpired(log.expires) ? null : log;
  }

  private static final class Log {
    private final ArrayDeque<Entry> entries = new ArrayDeque<>(2);
    private Set<Long> kept = Set.of();
    private long last;
    private long claimed;
    private volatile long expires;

    Log living(Duration ttl) {
      expires = MonotonicExpiry.after(ttl);
      return this;
    }

    synchronized long append(String text, boolean keep, int limit, Duration ttl) {
      entries.addLast(new Entry(++last, text));
      if (keep) {
        kept = kept.isEmpty() ? new HashSet<>(2) : kept;
        kept.add(last);
      }
      drop(entries.size() - limit);
      return living(ttl).last;
    }

    private void drop(int over) {
      int left = over;
      for (Iterator<Entry> all = entries.iterator(); left > 0 && all.hasNext(); ) {
        long number = all.next().number();
        if (number < last && !kept.contains(number)) {
          all.remove();
          left--;
        }
      }
    }

    synchronized List<Entry> read(long after, int max) {
      if (after >= last || max < 1) {
        return List.of();
      }
      List<Entry> found = new ArrayList<>();
      for (Entry entry : entries) {
        if (entry.number() > after) {
          found.add(entry);
          if (found.size() == max) {
            break;
          }
        }
      }
      return found;
    }

    synchronized List<Entry> claim(int max) {
      List<Entry> found = read(claimed, max);
      if (!found.isEmpty()) {
        claimed = found.get(found.size() - 1).number();
      }
      return found;
    }

    synchronized long claimed() {
      return claimed;
    }
  }
}
