package io.everythingmcp.server.auth.server.token;

import java.util.Optional;

/** Writes and reads access tokens, in one form. */
public interface AccessTokens {

  /** The text of a token; empty when its grant has ended meanwhile. */
  Optional<String> issue(AccessToken token);

  /**
   * What a token says, where it is good: whole, not expired, its grant not ended. That is one look
   * into the store, which nothing remembers, so the end of a grant takes effect at once.
   */
  Optional<AccessToken> find(String text);
}
