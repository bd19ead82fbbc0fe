package io.everythingmcp.idp.state;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a provider remembers. Several instances that are given the same state are one provider: a
 * code from one is redeemed at another, and all sign with the same keys.
 *
 * <p>Keys are short names without secrets in them: {@code code:<sha256>}, {@code used:<sha256>},
 * {@code access:<sha256>}, {@code browser:<sha256>} and {@code keys:<algorithm>}. Values are JSON,
 * at most a few kilobytes; those of {@code keys} are private keys. What an implementation throws
 * reaches the transport.
 */
public interface IdpState {
  /** Writes, replacing what was there. */
  void put(String key, String value, Duration ttl);

  /** Writes only where nothing is; of several that try at once, one gets true. */
  boolean putIfAbsent(String key, String value, Duration ttl);

  /** Reads. */
  Optional<String> get(String key);

  /** Reads and removes; of several that try at once, one gets the value. */
  Optional<String> take(String key);

  /** Writes a value with a lifetime where there is none. */
  @FunctionalInterface
  interface PutIfAbsent {
    /** Writes; true where there was none. */
    boolean putIfAbsent(String key, String value, Duration ttl);
  }

  /** Writes a value with a lifetime. */
  @FunctionalInterface
  interface Put {
    /** Writes. */
    void put(String key, String value, Duration ttl);
  }

  /** A state of four functions, each of which does what the method of its name does. */
  static IdpState of(
      Put put,
      PutIfAbsent putIfAbsent,
      Function<String, Optional<String>> get,
      Function<String, Optional<String>> take) {
    return new IdpState() {
      @Override
      public void put(String key, String value, Duration ttl) {
        put.put(key, value, ttl);
      }

      @Override
      public boolean putIfAbsent(String key, String value, Duration ttl) {
        return putIfAbsent.putIfAbsent(key, value, ttl);
      }

      @Override
      public Optional<String> get(String key) {
        return get.apply(key);
      }

      @Override
      public Optional<String> take(String key) {
        return take.apply(key);
      }
    };
  }
}
