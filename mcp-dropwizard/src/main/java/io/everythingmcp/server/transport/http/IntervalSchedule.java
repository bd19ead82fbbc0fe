package io.everythingmcp.server.transport.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Schedule of periodic actions for many items with the same interval. Each interval starts with the
 * registration of its item, independently of the others.
 *
 * @param <T> the item
 */
final class IntervalSchedule<T> {
  private final long interval;
  private final Map<T, Long> next = new ConcurrentHashMap<>();

  IntervalSchedule(Duration interval) {
    this.interval = interval.toNanos();
  }

  /** Counts from now on, in nanoseconds. */
  void add(T one, long now) {
    next.put(one, now + interval);
  }

  void remove(T one) {
    next.remove(one);
  }

  /** Returns the elements whose interval has passed, and restarts it. */
  List<T> due(long now) {
    List<T> due = new ArrayList<>();
    next.forEach(
        (one, time) -> {
          if (now - time >= 0 && next.replace(one, time, now + interval)) {
            due.add(one);
          }
        });
    return due;
  }

  /** All that are counted for. */
  Set<T> all() {
    return next.keySet();
  }
}
