package io.everythingmcp.server.authserver.client;

import com.nimbusds.oauth2.sdk.ErrorObject;
import io.everythingmcp.server.authserver.endpoint.OAuthException;
import io.everythingmcp.server.authserver.endpoint.SpecificationReference;
import io.everythingmcp.server.limit.ClientNetwork;
import io.everythingmcp.server.store.ExpiringSets;
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

  private static final String WAITING = "auth:clients:waiting";
  private static final int AT_ONCE = 100;
  private static final int UNAVAILABLE = 503;

  private final KeyValueStore<OAuthClient> clients;
  private final ExpiringSets pending;
  private final KeyValueStore<String> networks;
  private final Duration life;
  private final int most;

  /**
   * Creates the source on a store.
   *
   * @param life lifetime after the last use
   * @param most maximum number of clients that never received a token
   */
  public RegisteredClients(StateStore store, Duration life, int most) {
    this.clients = store.values("auth:client:", OAuthClient.class);
    this.pending = store.members();
    this.networks = store.values("auth:client-network:", String.class);
    this.life = life;
    this.most = most;
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
    String network = ClientNetwork.of(address);
    if (pending.count(WAITING) >= most || pending.count(of(network)) >= perNetworkLimit()) {
      pending.overdue(WAITING, AT_ONCE).forEach(this::remove);
    }
    if (pending.count(of(network)) >= perNetworkLimit()) {
      throw new OAuthException(
          new ErrorObject("temporarily_unavailable", null, UNAVAILABLE),
          "There are too many new registrations from this address; try again later",
          SpecificationReference.rfc(7591, "5"));
    }
    if (pending.count(WAITING) >= most) {
      pending.earliest(WAITING, 1).forEach(this::remove);
    }
    clients.put(client.id(), client, life);
    networks.put(client.id(), network, NEW.multipliedBy(2));
    pending.add(WAITING, client.id(), NEW);
    pending.add(of(network), client.id(), NEW);
  }

  private static String of(String network) {
    return WAITING + ":" + network;
  }

  /** Limit per address, so that one address cannot prevent other registrations. */
  private int perNetworkLimit() {
    return most - most / 4;
  }

  private void remove(String id) {
    clients.remove(id);
    removePending(id);
  }

  private void removePending(String id) {
    pending.remove(WAITING, id);
    networks.take(id).ifPresent(network -> pending.remove(of(network), id));
  }

  /** Records that a client was used, which extends its lifetime. */
  public void used(OAuthClient client) {
    if (client.origin() == OAuthClient.Origin.REGISTERED) {
      clients.touch(client.id(), life);
      removePending(client.id());
    }
  }
}
