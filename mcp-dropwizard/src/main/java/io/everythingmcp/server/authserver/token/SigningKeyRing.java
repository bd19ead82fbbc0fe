package io.everythingmcp.server.authserver.token;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Stored keys.
 *
 * @param keys in order of creation; never empty
 */
record SigningKeyRing(List<Key> keys) {

  /**
   * One key.
   *
   * @param id names it in the header of a token
   * @param sealed the private key
   * @param created since when it signs
   */
  record Key(String id, String sealed, Instant created) {}

  Key latest() {
    return keys.get(keys.size() - 1);
  }

  /**
   * Returns a copy with one more key, without keys that are no longer needed.
   *
   * @param dead removes keys that were replaced before this time
   */
  SigningKeyRing plus(Key next, Instant dead) {
    List<Key> more = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      Instant replaced = i + 1 < keys.size() ? keys.get(i + 1).created() : next.created();
      if (!replaced.isBefore(dead)) {
        more.add(keys.get(i));
      }
    }
    more.add(next);
    return new SigningKeyRing(List.copyOf(more));
  }
}
