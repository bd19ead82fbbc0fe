package io.everythingmcp.server.security;

import java.util.Base64;

/**
 * Strict base64url decoder: no padding, no other characters, and no leftover bits, so that there is
 * one text for each value.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7515#section-2">RFC 7515, section 2</a>
 */
public final class Base64Url {
  private static final int PARTS = 3;

  private Base64Url() {}

  /** Whether each part of a signed token is well encoded, and none is empty. */
  public static boolean ofSignedToken(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != PARTS) {
      return false;
    }
    for (String part : parts) {
      if (part.isEmpty() || !strict(part)) {
        return false;
      }
    }
    return true;
  }

  private static boolean strict(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
