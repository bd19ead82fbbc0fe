package io.everythingmcp.check.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** SHA-256 in the forms that a journal needs. */
final class Sha256Digests {
  private Sha256Digests() {}

  static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The challenge of RFC 7636 for a verifier. */
  static String s256(String verifier) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(verifier));
  }

  /** Returns eight hexadecimal digits: sufficient to distinguish the values of one run. */
  static String tag(String text) {
    return HexFormat.of().formatHex(sha256(text), 0, 4);
  }
}
