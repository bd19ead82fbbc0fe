package io.everythingmcp.server.authserver.client;

import io.everythingmcp.server.authserver.endpoint.OAuthException;
import java.util.Optional;

/** Where clients are known from. */
@FunctionalInterface
public interface ClientSource {

  /**
   * Finds a client.
   *
   * @return empty when this source does not know it
   * @throws OAuthException when it is this source's to know, and something is wrong with it
   */
  Optional<OAuthClient> find(String id) throws OAuthException;
}
