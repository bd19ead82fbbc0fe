package io.everythingmcp.server.protocol.stateless.mrtr;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The keys that are in use.
 *
 * @param keys the latest first: it seals; the others only open states that they sealed before
 */
record StateKeyRing(List<SealingKey> keys) {

  /** The one that seals. */
  @JsonIgnore
  SealingKey latest() {
    return keys.get(0);
  }

  /** Returns a copy with a new first key and without expired keys. */
  StateKeyRing rotated(SealingKey next, Duration lifetime) {
    List<SealingKey> more = new ArrayList<>();
    more.add(next);
    more.addAll(keys);
    for (int i = more.size() - 1; i > 0 && retired(more, i, next.created(), lifetime); i--) {
      more.remove(i);
    }
    return new StateKeyRing(List.copyOf(more));
  }

  /** The key with this id, if what it sealed can still be valid. */
  Optional<SealingKey> find(String id, Instant now, Duration lifetime) {
    for (int i = 0; i < keys.size(); i++) {
      if (keys.get(i).id().equals(id)) {
        return retired(keys, i, now, lifetime) ? Optional.empty() : Optional.of(keys.get(i));
      }
    }
    return Optional.empty();
  }

  /** A key seals nothing after the next key was activated. */
  private static boolean retired(List<SealingKey> keys, int index, Instant now, Duration lifetime) {
    return index > 0 && keys.get(index - 1).created().plus(lifetime).isBefore(now);
  }
}
