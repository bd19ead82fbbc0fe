package io.everythingmcp.server.authserver.token;

import java.util.Optional;

/** Writes and reads access tokens, in one form. */
public interface AccessTokenService {

  /** The text of a token; empty when its grant has ended meanwhile. */
  Optional<String> issue(IssuedAccessToken token);

  /**
   * Reads a token and checks it: intact, not expired, its grant not revoked. This is one uncached
   * store lookup, so a revocation takes effect at once.
   */
  TokenReading read(String text);

  /** Reads a valid token, without the reason for an invalid one. */
  default Optional<IssuedAccessToken> find(String text) {
    return read(text).token();
  }
}
