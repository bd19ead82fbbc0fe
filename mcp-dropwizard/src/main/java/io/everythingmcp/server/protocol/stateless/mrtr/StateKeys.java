package io.everythingmcp.server.protocol.stateless.mrtr;

import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.StateStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Keys that seal request states, shared by all instances, under {@code mcp:state-keys} in the
 * store. A new key is activated once a day or on request; states sealed with previous keys stay
 * valid until they expire.
 */
final class StateKeys {
  private static final Duration ROTATION = Duration.ofDays(1);

  /** Long after the last use. */
  private static final Duration KEPT = Duration.ofDays(30);

  /** Clocks of instances differ. */
  private static final Duration SLACK = Duration.ofMinutes(1);

  private static final String NAME = "state-keys";

  private final KeyValueStore<StateKeyRing> rings;
  private final Duration lifetime;
  private final Clock clock;

  /**
   * Keys.
   *
   * @param lifetime time for which a state is valid
   */
  StateKeys(StateStore store, Duration lifetime, Clock clock) {
    this.rings = store.values("mcp:", StateKeyRing.class);
    this.lifetime = lifetime.plus(SLACK);
    this.clock = clock;
  }

  /** The key that seals now. */
  SealingKey latest() {
    Instant old = clock.instant().minus(ROTATION);
    StateKeyRing ring = rings.touch(NAME, KEPT).orElseGet(this::first);
    return ring.latest().created().isBefore(old)
        ? rotate(now -> now.latest().created().isBefore(old)).latest()
        : ring.latest();
  }

  /** The key with this id, if what it sealed can still be valid. */
  Optional<SealingKey> find(String id) {
    return rings.get(NAME).flatMap(ring -> ring.find(id, clock.instant(), lifetime));
  }

  /** Activates a new key on all instances. */
  void rotate() {
    rotate(ring -> true);
  }

  private StateKeyRing rotate(Predicate<StateKeyRing> needed) {
    SealingKey next = SealingKey.random(clock.instant());
    return rings
        .update(NAME, ring -> needed.test(ring) ? ring.rotated(next, lifetime) : ring)
        .orElseGet(this::first);
  }

  private StateKeyRing first() {
    rings.putIfAbsent(
        NAME, new StateKeyRing(java.util.List.of(SealingKey.random(clock.instant()))), KEPT);
    return rings.get(NAME).orElseThrow();
  }
}
