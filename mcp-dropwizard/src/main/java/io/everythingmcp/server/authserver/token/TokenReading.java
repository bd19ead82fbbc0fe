package io.everythingmcp.server.authserver.token;

import java.util.Optional;

/** What comes of reading an access token. */
public sealed interface TokenReading {

  /** The token, where it is good. */
  default Optional<IssuedAccessToken> token() {
    return this instanceof Good good ? Optional.of(good.read()) : Optional.empty();
  }

  /**
   * It is good.
   *
   * @param read what it says
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
    static final Bad FORGOTTEN =
        new Bad("The access token is not known: it has expired, or was never issued");
    static final Bad ENDED = new Bad("The access token was revoked, or its grant has ended");
  }
}
