package io.everythingmcp.server.authserver.client;

import io.everythingmcp.server.authserver.endpoint.OAuthException;
import java.net.URI;

/** JSON documents that clients publish about themselves. */
@FunctionalInterface
public interface ClientDocuments {

  /**
   * Returns a document, possibly from the cache.
   *
   * @param address URL of the document
   * @throws OAuthException if it may not or cannot be fetched
   */
  String get(URI address) throws OAuthException;
}
