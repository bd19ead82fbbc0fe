package io.everythingmcp.server.protocol.stateless.mrtr;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals data that must return from the client unread and unmodified, with AES-256-GCM. A sealed
 * state is {@code v1.<key id>.<base64url of nonce, text and tag>}, and can be opened only with the
 * same binding.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic/patterns/mrtr">Multi
 *     round-trip requests, request state</a>
 */
final class RequestStateSealer {
  private static final String VERSION = "v1";
  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final StateKeys keys;
  private final SecureRandom random = new SecureRandom();

  RequestStateSealer(StateKeys keys) {
    this.keys = keys;
  }

  /**
   * Seals.
   *
   * @param binding what must be the same when it is opened
   */
  String seal(byte[] content, byte[] binding) {
    SealingKey key = keys.latest();
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    String head = VERSION + "." + key.id() + ".";
    byte[] sealed;
    try {
      sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, head, binding).doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM is not available on this JVM", e);
    }
    byte[] body = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    return head + Base64.getUrlEncoder().withoutPadding().encodeToString(body);
  }

  /** Opens a sealed state; empty if it was modified, has another binding or has expired. */
  Optional<byte[]> open(String state, byte[] binding) {
    String[] parts = state.split("\\.", -1);
    if (parts.length != 3 || !parts[0].equals(VERSION)) {
      return Optional.empty();
    }
    Optional<byte[]> body = decode(parts[2]);
    return body.isEmpty()
        ? Optional.empty()
        : keys.find(parts[1]).flatMap(key -> open(key, body.get(), binding));
  }

  private static Optional<byte[]> open(SealingKey key, byte[] body, byte[] binding) {
    byte[] nonce = java.util.Arrays.copyOf(body, NONCE_BYTES);
    String head = VERSION + "." + key.id() + ".";
    try {
      return Optional.of(
          cipher(Cipher.DECRYPT_MODE, key, nonce, head, binding)
              .doFinal(body, NONCE_BYTES, body.length - NONCE_BYTES));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM is not available on this JVM", e);
    }
  }

  private static Cipher cipher(int mode, SealingKey key, byte[] nonce, String head, byte[] binding)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(ALGORITHM);
    cipher.init(mode, new SecretKeySpec(key.bytes(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(head.getBytes(StandardCharsets.US_ASCII));
    cipher.updateAAD(binding);
    return cipher;
  }

  /** There is one spelling of each state: a decoder ignores bits at the end, this does not. */
  private static Optional<byte[]> decode(String base64) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(base64);
      boolean canonical =
          Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(base64);
      return canonical && bytes.length >= NONCE_BYTES + TAG_BITS / 8
          ? Optional.of(bytes)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
