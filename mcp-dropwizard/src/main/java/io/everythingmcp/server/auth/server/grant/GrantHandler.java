package io.everythingmcp.server.auth.server.grant;

import io.everythingmcp.server.auth.server.client.Client;
import io.everythingmcp.server.auth.server.endpoint.Parameters;
import io.everythingmcp.server.auth.server.endpoint.Refusal;

/** Decides about one type of grant. */
interface GrantHandler {

  /**
   * What a client gets for what it shows.
   *
   * @param client who asks, authenticated
   * @param form what it shows
   */
  Tokens redeem(Client client, Parameters form) throws Refusal;
}
