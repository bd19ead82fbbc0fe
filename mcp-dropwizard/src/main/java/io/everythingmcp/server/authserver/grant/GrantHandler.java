package io.everythingmcp.server.authserver.grant;

import io.everythingmcp.server.authserver.client.OAuthClient;
import io.everythingmcp.server.authserver.endpoint.OAuthException;
import io.everythingmcp.server.authserver.endpoint.OAuthParameters;

/** Decides about one type of grant. */
interface GrantHandler {

  /**
   * Redeems a grant.
   *
   * @param client the authenticated client
   * @param form parameters of the request
   */
  IssuedTokens redeem(OAuthClient client, OAuthParameters form) throws OAuthException;
}
