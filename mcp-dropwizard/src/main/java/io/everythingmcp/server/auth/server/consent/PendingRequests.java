package io.everythingmcp.server.auth.server.consent;

import io.everythingmcp.server.auth.server.endpoint.Secrets;
import io.everythingmcp.server.store.KeyedValues;
import io.everythingmcp.server.store.Store;
import java.time.Duration;
import java.util.Optional;

/** All requests that wait for a person. */
final class PendingRequests {
  /** How long after an answer another one may follow it. */
  private static final Duration AGAIN = Duration.ofMinutes(1);

  private final KeyedValues<Pending> requests;
  private final KeyedValues<String> answers;
  private final Duration life;

  PendingRequests(Store store, Duration life) {
    this.requests = store.values("auth:pending:", Pending.class);
    this.answers = store.values("auth:pending:", String.class);
    this.life = life;
  }

  /** Adds one under a name that cannot be guessed. */
  void add(String id, Pending pending) {
    requests.put(Secrets.digest(id), pending, life);
  }

  /** One that waits in this browser. */
  Optional<Pending> find(String id, String browser) {
    return requests
        .get(Secrets.digest(id))
        .filter(pending -> Secrets.same(pending.browser(), Secrets.digest(browser)));
  }

  /**
   * One that waits in this browser and is answered now. Each answer is good once. Another one may
   * follow it for a minute: who clicks twice sends two, and their browser shows them what becomes
   * of the second.
   *
   * @param answer what the browser brought
   */
  Optional<Pending> answer(String id, String browser, String answer) {
    return find(id, browser)
        .filter(
            found -> answers.putIfAbsent(Secrets.digest(id + " " + answer), found.browser(), life))
        .map(found -> lastMinute(id, found));
  }

  /** Lets one wait a minute more at most. */
  Pending lastMinute(String id, Pending found) {
    String key = Secrets.digest(id);
    if (requests.remaining(key).filter(left -> left.compareTo(AGAIN) > 0).isPresent()) {
      requests.touch(key, AGAIN);
    }
    return found;
  }

  /** Ends one that waits in this browser. */
  void end(String id, String browser) {
    find(id, browser).ifPresent(found -> requests.remove(Secrets.digest(id)));
  }
}
