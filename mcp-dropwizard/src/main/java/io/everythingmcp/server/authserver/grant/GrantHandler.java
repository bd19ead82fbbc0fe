package io.everythingmcp.server.authserver.grant;

import io.everythingmcp.server.authserver.client.OAuthClient;
import io.everythingmcp.server.authserver.endpoint.OAuthException;
import io.everythingmcp.server.authserver.endpoint.OAuthParameters;

/** Decides about one type of grant. */
interface GrantHandler {

  /**
   * What a client gets for what it shows.
   *
   * @param client who asks, authenticated
   * @param form what it shows
   */
  IssuedTokens redeem(OAuthClient client, OAuthParameters form) throws OAuthException;
}
