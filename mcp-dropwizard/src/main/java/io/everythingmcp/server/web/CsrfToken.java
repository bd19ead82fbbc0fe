package io.everythingmcp.server.web;

import io.everythingmcp.server.wire.SecureIds;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Anti-forgery token of a form. The browser has a secret in a cookie; the form contains a digest of
 * that secret and of its subject. A page of another site can cause the cookie to be sent, but
 * cannot compute the digest.
 *
 * @see <a
 *     href="https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html">Cross-site
 *     request forgery</a>
 */
final class CsrfToken {
  /** The name of the hidden field. */
  static final String FIELD = "csrf";

  private final boolean https;
  private final Duration life;

  /**
   * Creates the tokens.
   *
   * @param https whether browsers use https, so that the cookie can be secure
   * @param life lifetime of a form
   */
  CsrfToken(boolean https, Duration life) {
    this.https = https;
    this.life = life;
  }

  private String cookieName() {
    return https ? "__Host-everything-form" : "everything-form";
  }

  /** The secret of the browser that sent a request: the one it has, or a new one. */
  String secret(HttpHeaders headers) {
    return presented(headers).orElseGet(SecureIds::random);
  }

  private Optional<String> presented(HttpHeaders headers) {
    return Optional.ofNullable(headers.getCookies().get(cookieName()))
        .map(Cookie::getValue)
        .filter(value -> value.matches("[0-9a-f]{32}"));
  }

  /** Returns the cookie with the secret of a browser. */
  NewCookie cookie(String secret) {
    return new NewCookie.Builder(cookieName())
        .value(secret)
        .path("/")
        .maxAge((int) life.toSeconds())
        .httpOnly(true)
        .secure(https)
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }

  /**
   * Returns the value of the hidden field.
   *
   * @param subject subject of the form
   */
  String value(String secret, String subject) {
    try {
      byte[] text = (secret + " " + subject).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has SHA-256", e);
    }
  }

  /** Returns whether a submitted form was issued to the same browser. */
  boolean valid(HttpHeaders headers, String subject, String field) {
    return field != null
        && presented(headers)
            .map(secret -> value(secret, subject))
            .filter(
                expected ->
                    MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8),
                        field.getBytes(StandardCharsets.UTF_8)))
            .isPresent();
  }
}
