package io.everythingmcp.server.authserver.client;

import io.everythingmcp.server.authserver.endpoint.OAuthException;
import java.net.URI;

/** JSON documents that clients publish about themselves. */
@FunctionalInterface
public interface ClientDocuments {

  /**
   * Gets one, or the copy that may still be used.
   *
   * @param address as the client says
   * @throws OAuthException when it may not be fetched, or cannot be
   */
  String get(URI address) throws OAuthException;
}
