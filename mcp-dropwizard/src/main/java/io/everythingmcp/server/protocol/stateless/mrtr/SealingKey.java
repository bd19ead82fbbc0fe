package io.everythingmcp.server.protocol.stateless.mrtr;

import io.everythingmcp.server.wire.SecureIds;
import io.everythingmcp.server.wire.TextTruncation;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;

/**
 * A key for states.
 *
 * @param id names it in what it sealed
 * @param secret 256 bits in base64
 * @param created since when it seals
 */
record SealingKey(String id, String secret, Instant created) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;
  private static final int ID = 8;

  /** A new one. */
  static SealingKey random(Instant now) {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new SealingKey(
        TextTruncation.beginning(SecureIds.random(), ID),
        Base64.getEncoder().encodeToString(bytes),
        now);
  }

  byte[] bytes() {
    return Base64.getDecoder().decode(secret);
  }

  @Override
  public String toString() {
    return "SealingKey " + id;
  }
}
