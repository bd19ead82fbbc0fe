package io.everythingmcp.conformance.harness;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * The processes of {@link SharedProcess} by configuration: idle processes, and the number of
 * remaining classes for each of them.
 */
final class ProcessPool {
  private final Map<Object, Deque<AutoCloseable>> idle = new HashMap<>();
  private final Map<Object, Integer> classes = new HashMap<>();

  /** Counts one more class for a configuration. */
  synchronized void expect(Object configuration) {
    classes.merge(configuration, 1, Integer::sum);
  }

  /** Counts a class that starts or is skipped. */
  synchronized void reached(Object configuration) {
    classes.computeIfPresent(configuration, (key, left) -> left == 1 ? null : left - 1);
  }

  /** Takes an idle process, or returns null. */
  synchronized AutoCloseable acquire(Object configuration) {
    return idle.getOrDefault(configuration, new ArrayDeque<>()).poll();
  }

  /** Retains the process if classes remain for it; otherwise the caller must stop it. */
  synchronized boolean keep(Object configuration, AutoCloseable process) {
    Deque<AutoCloseable> kept = idle.computeIfAbsent(configuration, key -> new ArrayDeque<>());
    return kept.size() < classes.getOrDefault(configuration, 0) && kept.add(process);
  }

  /** Removes an idle process without remaining classes, or returns null. */
  synchronized AutoCloseable unwanted(Object configuration) {
    Deque<AutoCloseable> kept = idle.getOrDefault(configuration, new ArrayDeque<>());
    return kept.size() > classes.getOrDefault(configuration, 0) ? kept.poll() : null;
  }
}
