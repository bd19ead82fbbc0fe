package io.everythingmcp.idp.state;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * The state of a provider. Several instances with the same state are one provider: a code issued by
 * one is redeemed at another, and all sign with the same keys.
 *
 * <p>Keys are short names without secrets in them: {@code code:<sha256>}, {@code used:<sha256>},
 * {@code access:<sha256>}, {@code browser:<sha256>} and {@code keys:<algorithm>}. Values are JSON,
 * at most a few kilobytes; those of {@code keys} are private keys. Exceptions of an implementation
 * are passed to the transport.
 */
public interface IdpState {
  /** Writes a value, replacing an existing one. */
  void put(String key, String value, Duration ttl);

  /** Writes unless the key exists; of concurrent calls exactly one returns true. */
  boolean putIfAbsent(String key, String value, Duration ttl);

  /** Reads. */
  Optional<String> get(String key);

  /** Reads and removes; of concurrent calls exactly one gets the value. */
  Optional<String> take(String key);

  /** Writes a value with a lifetime unless the key exists. */
  @FunctionalInterface
  interface PutIfAbsent {
    /** Writes; returns true if the key did not exist. */
    boolean putIfAbsent(String key, String value, Duration ttl);
  }

  /** Writes a value with a lifetime. */
  @FunctionalInterface
  interface Put {
    /** Writes. */
    void put(String key, String value, Duration ttl);
  }

  /** Creates a state from four functions, one for each method. */
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
