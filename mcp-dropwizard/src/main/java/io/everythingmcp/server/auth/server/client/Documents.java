package io.everythingmcp.server.auth.server.client;

import io.everythingmcp.server.auth.server.endpoint.Refusal;
import java.net.URI;

/** JSON documents that clients publish about themselves. */
@FunctionalInterface
public interface Documents {

  /**
   * Gets one, or the copy that may still be used.
   *
   * @param address as the client says
   * @throws Refusal when it may not be fetched, or cannot be
   */
  String get(URI address) throws Refusal;
}
