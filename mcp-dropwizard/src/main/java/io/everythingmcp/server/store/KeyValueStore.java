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

  /** Reads a value and sets its lifetime from now. */
  Optional<T> touch(String key, Duration ttl);

  /**
   * Does the same as {@link #touch} without blocking.
   *
   * @return completed already, or later on a thread that may block
   */
  CompletionStage<Optional<T>> touchAsync(String key, Duration ttl);

  /** Returns the remaining time to live of a value; empty without a value. */
  Optional<Duration> remaining(String key);

  /** Writes a value, replacing an existing one. */
  void put(String key, T value, Duration ttl);

  /** Writes a value if there is none; of several concurrent callers, one gets true. */
  boolean putIfAbsent(String key, T value, Duration ttl);

  /**
   * Changes a value atomically. The change may be called several times, so it must have no side
   * effects. The lifetime is not extended.
   *
   * @param change returns the next value, or null to remove it
   * @return the new value; empty without a value
   */
  Optional<T> update(String key, UnaryOperator<T> change);

  /** Reads and removes a value; of several concurrent callers, one gets it. */
  Optional<T> take(String key);

  /** Removes a value; returns false without a value. */
  boolean remove(String key);
}
