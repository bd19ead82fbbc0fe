package io.everythingmcp.server.authserver.client;

import io.everythingmcp.server.authserver.endpoint.OAuthException;
import io.everythingmcp.server.authserver.endpoint.SpecificationReference;
import java.util.List;

/** All clients of all sources. */
public final class CompositeClientSource {
  private static final int LONGEST_ID = 2_000;

  private final List<ClientSource> sources;

  /** Creates the source; the sources are searched in order. */
  public CompositeClientSource(List<ClientSource> sources) {
    this.sources = List.copyOf(sources);
  }

  /**
   * Finds a client.
   *
   * @throws OAuthException if it is unknown
   */
  public OAuthClient find(String id) throws OAuthException {
    if (id.length() <= LONGEST_ID) {
      for (ClientSource source : sources) {
        var found = source.find(id);
        if (found.isPresent()) {
          return found.get();
        }
      }
    }
    throw OAuthException.invalidClient(
        "Unknown client_id", SpecificationReference.rfc(6749, "5.2"));
  }
}
