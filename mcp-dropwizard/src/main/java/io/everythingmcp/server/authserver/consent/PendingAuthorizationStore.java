package io.everythingmcp.server.authserver.consent;

import io.everythingmcp.server.authserver.endpoint.OAuthException;
import io.everythingmcp.server.authserver.endpoint.RandomSecrets;
import io.everythingmcp.server.authserver.endpoint.SpecificationReference;
import io.everythingmcp.server.limit.StoredEntryLimit;
import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.StateStore;
import java.time.Duration;
import java.util.Optional;

/** Pending authorization requests. */
final class PendingAuthorizationStore {
  private static final SpecificationReference RULE = SpecificationReference.rfc(6749, "4.1.2.1");

  /** Time in which a second response may follow the first. */
  private static final Duration AGAIN = Duration.ofMinutes(1);

  private final KeyValueStore<PendingAuthorization> requests;
  private final KeyValueStore<String> responses;
  private final StoredEntryLimit limit;
  private final Duration life;

  /**
   * Creates the store.
   *
   * @param life lifetime of a request
   * @param most maximum number of requests
   */
  PendingAuthorizationStore(StateStore store, Duration life, int most) {
    this.requests = store.values("auth:pending:", PendingAuthorization.class);
    this.responses = store.values("auth:pending:", String.class);
    this.limit =
        new StoredEntryLimit(
            store,
            new StoredEntryLimit.Names("auth:pendings", "auth:pending-network:"),
            most,
            requests::remove);
    this.life = life;
  }

  /**
   * Adds one under a name that cannot be guessed.
   *
   * @param address address of the client
   * @throws OAuthException when the address has its share already
   */
  void add(String id, PendingAuthorization pending, String address) throws OAuthException {
    String key = RandomSecrets.digest(id);
    if (!limit.admit(key, address, life)) {
      throw OAuthException.unavailable(
          "There are too many pending sign-ins from this address; try again later", RULE);
    }
    requests.put(key, pending, life);
  }

  /** One that waits in this browser. */
  Optional<PendingAuthorization> find(String id, String browser) {
    return requests
        .get(RandomSecrets.digest(id))
        .filter(pending -> RandomSecrets.same(pending.browser(), RandomSecrets.digest(browser)));
  }

  /**
   * Finds a pending request of this browser and records the response. Each response can be used
   * once. A second one may follow within a minute, for a double click: the browser shows the result
   * of the second.
   *
   * @param response the response of the browser
   */
  Optional<PendingAuthorization> respond(String id, String browser, String response) {
    return find(id, browser)
        .filter(
            found ->
                responses.putIfAbsent(
                    RandomSecrets.digest(id + " " + response), found.browser(), life))
        .map(found -> lastMinute(id, found));
  }

  /** Limits the remaining lifetime of a request to one minute. */
  PendingAuthorization lastMinute(String id, PendingAuthorization found) {
    String key = RandomSecrets.digest(id);
    if (requests.remaining(key).filter(left -> left.compareTo(AGAIN) > 0).isPresent()) {
      requests.touch(key, AGAIN);
      limit.expire(key, AGAIN);
    }
    return found;
  }

  /** Ends one that waits in this browser. */
  void end(String id, String browser) {
    find(id, browser)
        .ifPresent(
            found -> {
              String key = RandomSecrets.digest(id);
              requests.remove(key);
              limit.release(key);
            });
  }
}
