package io.everythingmcp.server.authserver.consent;

import io.everythingmcp.server.authserver.endpoint.RandomSecrets;
import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.StateStore;
import java.time.Duration;
import java.util.Optional;

/** Pending authorization requests. */
final class PendingAuthorizationStore {
  /** Time in which a second response may follow the first. */
  private static final Duration AGAIN = Duration.ofMinutes(1);

  private final KeyValueStore<PendingAuthorization> requests;
  private final KeyValueStore<String> responses;
  private final Duration life;

  PendingAuthorizationStore(StateStore store, Duration life) {
    this.requests = store.values("auth:pending:", PendingAuthorization.class);
    this.responses = store.values("auth:pending:", String.class);
    this.life = life;
  }

  /** Adds one under a name that cannot be guessed. */
  void add(String id, PendingAuthorization pending) {
    requests.put(RandomSecrets.digest(id), pending, life);
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
    }
    return found;
  }

  /** Ends one that waits in this browser. */
  void end(String id, String browser) {
    find(id, browser).ifPresent(found -> requests.remove(RandomSecrets.digest(id)));
  }
}
