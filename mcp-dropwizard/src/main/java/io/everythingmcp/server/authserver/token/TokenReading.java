package io.everythingmcp.server.authserver.token;

import java.util.Optional;

/** Result of reading an access token. */
public sealed interface TokenReading {

  /** Returns the token if it is valid. */
  default Optional<IssuedAccessToken> token() {
    return this instanceof Good good ? Optional.of(good.read()) : Optional.empty();
  }

  /**
   * The token is valid.
   *
   * @param read its content
   */
  record Good(IssuedAccessToken read) implements TokenReading {}

  /**
   * It is not.
   *
   * @param problem why, for the author of a client
   */
  record Bad(String problem) implements TokenReading {
    static final Bad NOT_OURS = new Bad("The access token was not issued by this server");
    static final Bad EXPIRED = new Bad("The access token has expired");
    static final Bad UNKNOWN = new Bad("The access token is invalid: unknown or expired");
    static final Bad ENDED = new Bad("The access token was revoked, or its grant has ended");
  }
}
