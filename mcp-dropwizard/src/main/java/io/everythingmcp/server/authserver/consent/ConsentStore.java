package io.everythingmcp.server.authserver.consent;

import io.everythingmcp.server.authserver.client.RedirectUris;
import io.everythingmcp.server.authserver.endpoint.RandomSecrets;
import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.StateStore;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Stored consents: by user, client and redirect URI. A request for more requires new consent. */
public final class ConsentStore {
  private final KeyValueStore<Given> given;
  private final Duration life;
  private final Local local;

  /**
   * Creates the store.
   *
   * @param life lifetime after the last use
   * @param local rule for native clients without a secret
   */
  public ConsentStore(StateStore store, Duration life, Local local) {
    this.given = store.values("auth:consent:", Given.class);
    this.life = life;
    this.local = local;
  }

  /**
   * Rule for which redirect URIs a consent to a native client without a secret is stored.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc8252#section-8.6">RFC 8252, section 8.6</a>
   */
  public enum Local {
    /** None: consent is required each time. */
    ASK,
    /** For the same address, its port included. */
    SAME_ADDRESS,
    /** For the same address with any port. */
    ANY_PORT
  }

  /**
   * Stored consent.
   *
   * @param scopes approved scopes
   * @param resources approved resources
   */
  record Given(Set<String> scopes, Set<String> resources) {

    boolean covers(ValidatedAuthorizationRequest authorization) {
      return scopes.containsAll(authorization.scopes())
          && resources.containsAll(authorization.resources());
    }

    Given plus(ValidatedAuthorizationRequest authorization) {
      return new Given(
          union(scopes, authorization.scopes()), union(resources, authorization.resources()));
    }

    private static Set<String> union(Set<String> some, Iterable<String> more) {
      Set<String> all = new HashSet<>(some);
      more.forEach(all::add);
      return all;
    }
  }

  /** Returns whether a user has consented to all of this before. */
  boolean cover(String subject, ValidatedAuthorizationRequest authorization) {
    return !authorization.again()
        && !(authorization.local() && local == Local.ASK)
        && given
            .get(key(subject, authorization))
            .filter(before -> before.covers(authorization))
            .isPresent();
  }

  /** Returns whether a user has granted this client any consent before. */
  boolean isGranted(String subject, String clientId, String redirectUri) {
    return given.get(key(subject, clientId, redirectUri)).isPresent();
  }

  /** Stores a consent and returns the key to remove it. */
  String store(String subject, ValidatedAuthorizationRequest authorization) {
    String key = key(subject, authorization);
    Given before = given.get(key).orElse(new Given(Set.of(), Set.of()));
    given.put(key, before.plus(authorization), life);
    return key;
  }

  /** Removes a consent whose grant was revoked. */
  public void remove(String key) {
    given.remove(key);
  }

  private String key(String subject, ValidatedAuthorizationRequest authorization) {
    return key(subject, authorization.clientId(), authorization.redirectUri());
  }

  private String key(String subject, String clientId, String redirectUri) {
    String address = local == Local.ANY_PORT ? RedirectUris.comparable(redirectUri) : redirectUri;
    List<String> parts = List.of(subject, clientId, address);
    return RandomSecrets.digest(String.join("\n", parts));
  }
}
