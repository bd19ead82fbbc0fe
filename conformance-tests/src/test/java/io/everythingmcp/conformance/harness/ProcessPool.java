package io.everythingmcp.conformance.harness;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * The processes that {@link SharedProcess} shares, by configuration: which of them no class uses at
 * the moment, and how many classes will still want one.
 */
final class ProcessPool {
  private final Map<Object, Deque<AutoCloseable>> idle = new HashMap<>();
  private final Map<Object, Integer> classes = new HashMap<>();

  /** One more class will want it. */
  synchronized void expect(Object configuration) {
    classes.merge(configuration, 1, Integer::sum);
  }

  /** One of these classes begins or is skipped. */
  synchronized void reached(Object configuration) {
    classes.computeIfPresent(configuration, (key, left) -> left == 1 ? null : left - 1);
  }

  /** A process that no class uses, or null. */
  synchronized AutoCloseable take(Object configuration) {
    return idle.getOrDefault(configuration, new ArrayDeque<>()).poll();
  }

  /** Keeps it if a class is left that will want it. If not, the caller has to stop it. */
  synchronized boolean keep(Object configuration, AutoCloseable process) {
    Deque<AutoCloseable> kept = idle.computeIfAbsent(configuration, key -> new ArrayDeque<>());
    return kept.size() < classes.getOrDefault(configuration, 0) && kept.add(process);
  }

  /** A kept process for which no class is left, or null. */
  synchronized AutoCloseable unwanted(Object configuration) {
    Deque<AutoCloseable> kept = idle.getOrDefault(configuration, new ArrayDeque<>());
    return kept.size() > classes.getOrDefault(configuration, 0) ? kept.poll() : null;
  }
}
