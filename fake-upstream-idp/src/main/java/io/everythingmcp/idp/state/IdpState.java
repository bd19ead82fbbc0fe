package io.everythingmcp.idp.state;

import java.time.Duration;
import java.util.Optional;

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
}
