package io.everythingmcp.server.authserver.consent;

import io.everythingmcp.server.authserver.endpoint.RandomSecrets;
import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.StateStore;
import java.time.Duration;
import java.util.Optional;

/** All requests that wait for a person. */
final class PendingAuthorizationStore {
  /** How long after an answer another one may follow it. */
  private static final Duration AGAIN = Duration.ofMinutes(1);

  private final KeyValueStore<PendingAuthorization> requests;
  private final KeyValueStore<String> answers;
  private final Duration life;

  PendingAuthorizationStore(StateStore store, Duration life) {
    this.requests = store.values("auth:pending:", PendingAuthorization.class);
    this.answers = store.values("auth:pending:", String.class);
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
   * One that waits in this browser and is answered now. Each answer is good once. Another one may
   * follow it for a minute: who clicks twice sends two, and their browser shows them what becomes
   * of the second.
   *
   * @param answer what the browser brought
   */
  Optional<PendingAuthorization> answer(String id, String browser, String answer) {
    return find(id, browser)
        .filter(
            found ->
                answers.putIfAbsent(RandomSecrets.digest(id + " " + answer), found.browser(), life))
        .map(found -> lastMinute(id, found));
  }

  /** Lets one wait a minute more at most. */
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
