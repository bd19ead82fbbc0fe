package io.everythingmcp.server.auth.server.client;

import io.everythingmcp.server.auth.server.endpoint.Refusal;
import io.everythingmcp.server.auth.server.endpoint.Rule;
import java.util.List;

/** All clients, whichever way they are known. */
public final class Clients {
  private static final int LONGEST_ID = 2_000;

  private final List<ClientSource> sources;

  /** Asks these in turn. */
  public Clients(List<ClientSource> sources) {
    this.sources = List.copyOf(sources);
  }

  /**
   * Finds a client.
   *
   * @throws Refusal when there is none
   */
  public Client find(String id) throws Refusal {
    if (id.length() <= LONGEST_ID) {
      for (ClientSource source : sources) {
        var found = source.find(id);
        if (found.isPresent()) {
          return found.get();
        }
      }
    }
    throw Refusal.invalidClient("The client_id is not known here", Rule.rfc(6749, "5.2"));
  }
}
