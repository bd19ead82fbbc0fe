package io.everythingmcp.server.authserver.token;

import io.everythingmcp.server.authserver.endpoint.RandomSecrets;
import io.everythingmcp.server.security.audit.AuthenticationLog;
import io.everythingmcp.server.security.audit.ReuseListener;
import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.StateStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** All grants, by ids that are digests of random texts. */
public final class AuthorizationGrantStore {
  private final KeyValueStore<AuthorizationGrant> grants;
  private final List<Consumer<AuthorizationGrant>> listeners = new CopyOnWriteArrayList<>();
  private final EndedGrants ended;

  private final ReuseListener reuse;

  /** Creates the storage in a store. */
  public AuthorizationGrantStore(StateStore store, ReuseListener reuse) {
    this.reuse = reuse;
    grants = store.values("auth:installation:", AuthorizationGrant.class);
    ended = new EndedGrants(store);
  }

  /** Subscribes to grants revoked by this instance, without those that expire. */
  public void whenEnded(Consumer<AuthorizationGrant> listener) {
    listeners.add(listener);
  }

  /** Adds a grant and returns its id. */
  public String add(AuthorizationGrant grant, Duration life) {
    String name = RandomSecrets.digest(RandomSecrets.random());
    grants.put(name, grant, life);
    return name;
  }

  /** Returns a grant that has not ended. */
  public Optional<AuthorizationGrant> find(String name) {
    return grants.get(name);
  }

  /** Finds a grant and extends its lifetime. */
  public Optional<AuthorizationGrant> extend(String name, Duration life) {
    return grants.touch(name, life);
  }

  Optional<AuthorizationGrant> update(String name, UnaryOperator<AuthorizationGrant> change) {
    return grants.update(name, change);
  }

  /**
   * Revokes a grant after the reuse of a credential, because an attacker may have it.
   *
   * @param kind {@code code} or {@code refresh_token}
   * @see <a href="https://www.rfc-editor.org/rfc/rfc9700#section-4.14.2">RFC 9700, section
   *     4.14.2</a>
   */
  public void revokeForReuse(String id, String kind) {
    Optional<AuthorizationGrant> ended = find(id);
    end(id);
    ended.ifPresent(
        grant -> {
          AuthenticationLog.reused(kind, grant.clientId(), grant.subject());
          reuse.reused(kind, grant.clientId(), grant.subject());
        });
  }

  /**
   * Revokes a grant with all its codes and tokens, at once, and publishes this to all instances.
   */
  public void end(String name) {
    grants
        .take(name)
        .ifPresent(
            grant -> {
              listeners.forEach(listener -> listener.accept(grant));
              ended.publish(grant.subject(), name);
            });
  }
}
