package io.everythingmcp.server.store;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/**
 * Values by key, each with a lifetime. Values are immutable: to change one, {@link #update} it.
 *
 * @param <T> the type of the values
 */
public interface KeyValueStore<T> {

  /** Reads, without prolonging the life. */
  Optional<T> get(String key);

  /** Reads and lets the value live this long from now. */
  Optional<T> touch(String key, Duration ttl);

  /**
   * Does what {@link #touch} does without waiting for what is far away.
   *
   * @return completed already, or later on a thread that may wait
   */
  CompletionStage<Optional<T>> touchAsync(String key, Duration ttl);

  /** Returns the remaining time to live of a value; empty when there is none. */
  Optional<Duration> remaining(String key);

  /** Writes, replacing what was there. */
  void put(String key, T value, Duration ttl);

  /** Writes only where nothing is; of several that try at once, one gets true. */
  boolean putIfAbsent(String key, T value, Duration ttl);

  /**
   * Changes a value atomically. The change may be tried several times, so it must have no effects
   * of its own. The life is not prolonged.
   *
   * @param change gives the next value, or null to remove it
   * @return the value as it is now; empty when there is none
   */
  Optional<T> update(String key, UnaryOperator<T> change);

  /** Reads and removes; of several that try at once, one gets the value. */
  Optional<T> take(String key);

  /** Removes; false when there was nothing. */
  boolean remove(String key);
}
