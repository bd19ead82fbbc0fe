package io.everythingmcp.server.authserver.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.StateStore;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Keys that sign access tokens, shared by all instances. The latest one signs; it is replaced after
 * its lifetime, and verifies until the tokens that it signed have expired.
 */
public final class SigningKeys {
  private static final String RING = "signing";
  private static final int BITS = 2048;
  private static final Duration FRESH = Duration.ofSeconds(10);
  private static final Duration RELOAD_DELAY = Duration.ofSeconds(1);

  private final KeyValueStore<SigningKeyRing> keyRings;
  private final StoreValueSealer sealer;
  private final Duration life;
  private final Duration retention;
  private final Clock clock;
  private volatile Loaded loaded = new Loaded(Instant.MIN, List.of());

  private record Loaded(Instant at, List<RSAKey> keys) {}

  /**
   * Creates the keys.
   *
   * @param sealer encrypts them in the store
   * @param life time for which a key signs
   * @param afterlife time for which it verifies afterwards
   */
  public SigningKeys(
      StateStore store, StoreValueSealer sealer, Duration life, Duration afterlife, Clock clock) {
    this.keyRings = store.values("auth:keys:", SigningKeyRing.class);
    this.sealer = sealer;
    this.life = life;
    this.retention = afterlife;
    this.clock = clock;
  }

  /** The key that signs now. */
  public RSAKey current() {
    Loaded now = loaded;
    if (now.at().plus(FRESH).isBefore(clock.instant())) {
      now = load();
    }
    return now.keys().get(now.keys().size() - 1);
  }

  /** The public halves of all keys that verify. */
  public JWKSet published() {
    current();
    return new JWKSet(List.<JWK>copyOf(loaded.keys())).toPublicJWKSet();
  }

  /**
   * Returns the keys that may match a signature, including one just created by another instance.
   */
  List<JWK> select(JWKSelector selector) {
    List<JWK> found = selector.select(new JWKSet(List.<JWK>copyOf(loaded.keys())));
    if (found.isEmpty() && loaded.at().plus(RELOAD_DELAY).isBefore(clock.instant())) {
      found = selector.select(new JWKSet(List.<JWK>copyOf(load().keys())));
    }
    return found;
  }

  /** Signs with a new key from now on. */
  public void rotate() {
    keyRings.get(RING).ifPresent(ring -> replace(ring.latest().id()));
    load();
  }

  private Loaded load() {
    Instant now = clock.instant();
    SigningKeyRing ring = keyRings.get(RING).orElseGet(this::createRing);
    if (ring.latest().created().plus(life).isBefore(now)) {
      ring = replace(ring.latest().id()).orElse(ring);
    }
    List<RSAKey> keys = open(ring);
    if (keys.isEmpty() || !keys.get(keys.size() - 1).getKeyID().equals(ring.latest().id())) {
      // Sealed with another key: the configuration has changed.
      ring = replace(ring.latest().id()).orElseThrow();
      keys = open(ring);
    }
    loaded = new Loaded(now, keys);
    return loaded;
  }

  private SigningKeyRing createRing() {
    keyRings.putIfAbsent(RING, new SigningKeyRing(List.of(generate())), storeLifetime());
    return keyRings.get(RING).orElseThrow();
  }

  /** Replaces an old key; of several instances only one succeeds. */
  private Optional<SigningKeyRing> replace(String id) {
    SigningKeyRing.Key next = generate();
    Instant dead = clock.instant().minus(retention);
    Optional<SigningKeyRing> ring =
        keyRings.update(RING, now -> now.latest().id().equals(id) ? now.plus(next, dead) : now);
    keyRings.touch(RING, storeLifetime());
    return ring;
  }

  private Duration storeLifetime() {
    return life.multipliedBy(2).plus(retention);
  }

  private SigningKeyRing.Key generate() {
    String id = UUID.randomUUID().toString();
    try {
      RSAKey key =
          new RSAKeyGenerator(BITS)
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(JWSAlgorithm.RS256)
              .keyID(id)
              .generate();
      return new SigningKeyRing.Key(id, sealer.seal(RING, key.toJSONString()), clock.instant());
    } catch (JOSEException e) {
      throw new IllegalStateException("Every JVM supports RSA keys", e);
    }
  }

  private List<RSAKey> open(SigningKeyRing ring) {
    return ring.keys().stream()
        .flatMap(key -> sealer.open(RING, key.sealed()).stream())
        .map(SigningKeys::parse)
        .toList();
  }

  private static RSAKey parse(String text) {
    try {
      return RSAKey.parse(text);
    } catch (ParseException e) {
      throw new IllegalStateException("A key in the store is damaged");
    }
  }
}
