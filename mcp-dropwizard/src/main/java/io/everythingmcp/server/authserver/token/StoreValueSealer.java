package io.everythingmcp.server.authserver.token;

import io.everythingmcp.server.authserver.endpoint.RandomSecrets;
import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.StateStore;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts values that must not be readable in the store: private keys, and tokens of other
 * servers. Uses the configured key; otherwise a key that the instances share in the store, which
 * only protects copies of single values.
 */
public final class StoreValueSealer {
  private static final String NAME = "sealing";
  private static final Duration LIFE = Duration.ofDays(365);
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final KeyValueStore<String> kept;
  private final String configured;
  private final SecureRandom random = new SecureRandom();
  private volatile SecretKeySpec key;

  /**
   * A sealer.
   *
   * @param configured a long secret text; empty for one in the store
   */
  public StoreValueSealer(StateStore store, String configured) {
    this.kept = store.values("auth:secret:", String.class);
    this.configured = configured;
  }

  /**
   * Encrypts.
   *
   * @param purpose what it is; the same is needed to open it
   */
  public String seal(String purpose, String text) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, purpose, nonce);
      byte[] sealed = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
      ByteBuffer all = ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed);
      return Base64.getEncoder().encodeToString(all.array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JVM has AES-GCM", e);
    }
  }

  /** Decrypts; empty when it was sealed with another key, for something else, or is damaged. */
  public Optional<String> open(String purpose, String sealed) {
    byte[] all = Base64.getDecoder().decode(sealed);
    if (all.length <= NONCE) {
      return Optional.empty();
    }
    try {
      byte[] nonce = java.util.Arrays.copyOf(all, NONCE);
      byte[] text =
          cipher(Cipher.DECRYPT_MODE, purpose, nonce).doFinal(all, NONCE, all.length - NONCE);
      return Optional.of(new String(text, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, String purpose, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private SecretKeySpec key() throws GeneralSecurityException {
    if (key == null) {
      String secret = configured.isEmpty() ? shared() : configured;
      byte[] bytes =
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
      key = new SecretKeySpec(bytes, "AES");
    }
    return key;
  }

  private String shared() {
    kept.putIfAbsent(NAME, RandomSecrets.random(), LIFE);
    return kept.touch(NAME, LIFE).orElseThrow();
  }
}
