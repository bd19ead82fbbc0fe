package io.everythingmcp.server.authserver.client;

import io.everythingmcp.server.authserver.endpoint.OAuthException;
import io.everythingmcp.server.authserver.endpoint.SpecificationReference;
import io.everythingmcp.server.limit.StoredEntryLimit;
import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.StateStore;
import java.time.Duration;
import java.util.Optional;

/**
 * Dynamically registered clients, which expire some time after their last use.
 *
 * <p>Registration is open, so the number of clients without an approved grant is limited: at the
 * limit the first registered are removed. One address can use a part of the limit. A client that
 * received a token does not count.
 */
public final class RegisteredClients implements ClientSource {
  /** Time for which a registration is not removed. */
  static final Duration NEW = Duration.ofHours(1);

  private final KeyValueStore<OAuthClient> clients;
  private final StoredEntryLimit pending;
  private final Duration life;

  /**
   * Creates the source on a store.
   *
   * @param life lifetime after the last use
   * @param most maximum number of clients that never received a token
   */
  public RegisteredClients(StateStore store, Duration life, int most) {
    this.clients = store.values("auth:client:", OAuthClient.class);
    this.pending =
        new StoredEntryLimit(
            store,
            new StoredEntryLimit.Names("auth:clients:waiting", "auth:client-network:"),
            most,
            clients::remove);
    this.life = life;
  }

  @Override
  public Optional<OAuthClient> find(String id) {
    return id.matches("[A-Za-z0-9_-]{1,64}") ? clients.get(id) : Optional.empty();
  }

  /**
   * Adds one.
   *
   * @param address of the client
   * @throws OAuthException when the address has its share already
   */
  void add(OAuthClient client, String address) throws OAuthException {
    if (!pending.admit(client.id(), address, NEW)) {
      throw OAuthException.unavailable(
          "There are too many new registrations from this address; try again later",
          SpecificationReference.rfc(7591, "5"));
    }
    clients.put(client.id(), client, life);
  }

  /** Records that a client was used, which extends its lifetime. */
  public void used(OAuthClient client) {
    if (client.origin() == OAuthClient.Origin.REGISTERED) {
      clients.touch(client.id(), life);
      pending.release(client.id());
    }
  }
}
