package io.everythingmcp.server.authserver.client;

import io.everythingmcp.server.authserver.endpoint.OAuthException;
import java.util.Optional;

/** Source of clients. */
@FunctionalInterface
public interface ClientSource {

  /**
   * Finds a client.
   *
   * @return empty if the client is unknown to this source
   * @throws OAuthException if the id belongs to this source and the client is invalid
   */
  Optional<OAuthClient> find(String id) throws OAuthException;
}
