package io.everythingmcp.server.authserver.grant;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Issued tokens.
 *
 * @param access the access token
 * @param life its lifetime
 * @param refresh the refresh token, if any
 * @param scopes scopes of the access token
 */
record IssuedTokens(String access, Duration life, Optional<String> refresh, Set<String> scopes) {

  /**
   * As it is sent.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.1">RFC 6749, section 5.1</a>
   */
  Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("access_token", access);
    document.put("token_type", "Bearer");
    document.put("expires_in", life.toSeconds());
    refresh.ifPresent(token -> document.put("refresh_token", token));
    document.put("scope", String.join(" ", scopes.stream().sorted().toList()));
    return document;
  }

  @Override
  public String toString() {
    return "Tokens[" + scopes + "]";
  }
}
