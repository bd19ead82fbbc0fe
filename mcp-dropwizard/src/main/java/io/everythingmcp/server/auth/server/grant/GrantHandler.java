package io.everythingmcp.server.auth.server.grant;

import io.everythingmcp.server.auth.server.client.OAuthClient;
import io.everythingmcp.server.auth.server.endpoint.OAuthException;
import io.everythingmcp.server.auth.server.endpoint.OAuthParameters;

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
