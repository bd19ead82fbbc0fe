package io.everythingmcp.server.auth.server.consent;

import io.everythingmcp.server.auth.server.client.RedirectUris;
import io.everythingmcp.server.auth.server.endpoint.Secrets;
import io.everythingmcp.server.store.KeyedValues;
import io.everythingmcp.server.store.Store;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What people agreed to before: for each person, client, and place where the answer goes. Whoever
 * asks for more than that asks again.
 */
final class Consents {
  private final KeyedValues<Given> given;
  private final Duration life;

  Consents(Store store, Duration life) {
    this.given = store.values("auth:consent:", Given.class);
    this.life = life;
  }

  /**
   * What somebody agreed to.
   *
   * @param scopes what for
   * @param resources where
   */
  record Given(Set<String> scopes, Set<String> resources) {

    boolean covers(Ask ask) {
      return scopes.containsAll(ask.scopes()) && resources.containsAll(ask.resources());
    }

    Given plus(Ask ask) {
      return new Given(union(scopes, ask.scopes()), union(resources, ask.resources()));
    }

    private static Set<String> union(Set<String> some, Iterable<String> more) {
      Set<String> all = new HashSet<>(some);
      more.forEach(all::add);
      return all;
    }
  }

  /** Whether a person agreed to all of this before. */
  boolean cover(String subject, Ask ask) {
    return !ask.again()
        && given.get(key(subject, ask)).filter(before -> before.covers(ask)).isPresent();
  }

  /** Remembers that a person agreed to this. */
  void remember(String subject, Ask ask) {
    String key = key(subject, ask);
    Given before = given.get(key).orElse(new Given(Set.of(), Set.of()));
    given.put(key, before.plus(ask), life);
  }

  private static String key(String subject, Ask ask) {
    List<String> parts =
        List.of(subject, ask.clientId(), RedirectUris.withoutLoopbackPort(ask.redirectUri()));
    return Secrets.digest(String.join("\n", parts));
  }
}
