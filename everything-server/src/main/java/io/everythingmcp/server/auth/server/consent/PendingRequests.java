package io.everythingmcp.server.auth.server.consent;

import io.everythingmcp.server.auth.server.endpoint.Secrets;
import io.everythingmcp.server.store.KeyedValues;
import io.everythingmcp.server.store.Store;
import java.time.Duration;
import java.util.Optional;

/** All requests that wait for a person. */
final class PendingRequests {
  private final KeyedValues<Pending> requests;
  private final Duration life;

  PendingRequests(Store store, Duration life) {
    this.requests = store.values("auth:pending:", Pending.class);
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

  /** One that waits in this browser, and from now on does not wait any more. */
  Optional<Pending> take(String id, String browser) {
    return find(id, browser).flatMap(found -> requests.take(Secrets.digest(id)));
  }
}
