package io.everythingmcp.server.authserver.consent;

import io.everythingmcp.server.authserver.client.RedirectUris;
import io.everythingmcp.server.authserver.endpoint.RandomSecrets;
import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.StateStore;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What people agreed to before: for each person, client, and place where the answer goes. Whoever
 * asks for more than that asks again.
 */
public final class ConsentStore {
  private final KeyValueStore<Given> given;
  private final Duration life;
  private final Local local;

  /**
   * Those in a store.
   *
   * @param life how long one is remembered from its last use on
   * @param local for what, where the client is on the machine of the person
   */
  public ConsentStore(StateStore store, Duration life, Local local) {
    this.given = store.values("auth:consent:", Given.class);
    this.life = life;
    this.local = local;
  }

  /**
   * For what a consent is remembered where the client has no secret and is on the machine of the
   * person.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc8252#section-8.6">RFC 8252, section 8.6</a>
   */
  public enum Local {
    /** For nothing: the person is asked each time. */
    ASK,
    /** For the same address, its port included. */
    SAME_ADDRESS,
    /** For the same address with any port. */
    ANY_PORT
  }

  /**
   * What somebody agreed to.
   *
   * @param scopes what for
   * @param resources where
   */
  record Given(Set<String> scopes, Set<String> resources) {

    boolean covers(ValidatedAuthorizationRequest ask) {
      return scopes.containsAll(ask.scopes()) && resources.containsAll(ask.resources());
    }

    Given plus(ValidatedAuthorizationRequest ask) {
      return new Given(union(scopes, ask.scopes()), union(resources, ask.resources()));
    }

    private static Set<String> union(Set<String> some, Iterable<String> more) {
      Set<String> all = new HashSet<>(some);
      more.forEach(all::add);
      return all;
    }
  }

  /** Whether a person agreed to all of this before. */
  boolean cover(String subject, ValidatedAuthorizationRequest ask) {
    return !ask.again()
        && !(ask.local() && local == Local.ASK)
        && given.get(key(subject, ask)).filter(before -> before.covers(ask)).isPresent();
  }

  /** Whether a person agreed before to anything that this client asked for. */
  boolean given(String subject, String clientId, String redirectUri) {
    return given.get(key(subject, clientId, redirectUri)).isPresent();
  }

  /** Remembers that a person agreed to this; gives the name by which that can be forgotten. */
  String remember(String subject, ValidatedAuthorizationRequest ask) {
    String key = key(subject, ask);
    Given before = given.get(key).orElse(new Given(Set.of(), Set.of()));
    given.put(key, before.plus(ask), life);
    return key;
  }

  /** Forgets one: what it allowed has been taken back. */
  public void forget(String key) {
    given.remove(key);
  }

  private String key(String subject, ValidatedAuthorizationRequest ask) {
    return key(subject, ask.clientId(), ask.redirectUri());
  }

  private String key(String subject, String clientId, String redirectUri) {
    String address = local == Local.ANY_PORT ? RedirectUris.comparable(redirectUri) : redirectUri;
    List<String> parts = List.of(subject, clientId, address);
    return RandomSecrets.digest(String.join("\n", parts));
  }
}
