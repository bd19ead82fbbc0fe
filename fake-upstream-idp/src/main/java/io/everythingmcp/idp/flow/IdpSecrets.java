package io.everythingmcp.idp.flow;

import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/** Random secrets, and the hashes under which they are stored. */
final class IdpSecrets {
  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();

  /** 256 bits, in 43 characters that need no encoding anywhere. */
  String next() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64URL.encode(bytes).toString();
  }

  /** SHA-256, in 43 characters. */
  static String digest(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return Base64URL.encode(sha.digest(text.getBytes(StandardCharsets.UTF_8))).toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has SHA-256", e);
    }
  }

  /** Compares without telling by its time how much is equal. */
  static boolean same(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }
}
