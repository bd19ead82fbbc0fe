package io.everythingmcp.server.authserver.token;

import java.util.Optional;

/** Writes and reads access tokens, in one form. */
public interface AccessTokenService {

  /** The text of a token; empty when its grant has ended meanwhile. */
  Optional<String> issue(IssuedAccessToken token);

  /**
   * What a token says, where it is good: whole, not expired, its grant not ended. That is one look
   * into the store, which nothing remembers, so the end of a grant takes effect at once.
   */
  TokenReading read(String text);

  /** The same, for who need not know why a token is not good. */
  default Optional<IssuedAccessToken> find(String text) {
    return read(text).token();
  }
}
