package io.everythingmcp.server.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.server.store.ExpiringSets;
import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.StateStore;
import java.time.Duration;
import java.util.Optional;

/** Index of sessions by owner, or by the address of the client where no owner is known. */
final class SessionOwnership {
  private static final String OF_OWNER = "mcp:sessions:owner:";

  private static final String OF_NETWORK = "mcp:sessions:network:";

  /** More than are usually in use on one instance; evicted entries are read again. */
  private static final int CACHE_SIZE = 20_000;

  private final KeyValueStore<String> subjects;
  private final ExpiringSets members;
  private final Duration idle;
  private final Cache<String, String> seen = Caffeine.newBuilder().maximumSize(CACHE_SIZE).build();

  /**
   * Creates the index on a store.
   *
   * @param idle lifetime of an unused session
   */
  SessionOwnership(StateStore store, Duration idle) {
    this.subjects = store.values("session:", String.class);
    this.members = store.members();
    this.idle = idle;
  }

  /** Returns the key of the set of an owner's sessions. */
  static String of(String owner) {
    return OF_OWNER + owner;
  }

  /**
   * Returns the key of the set of sessions that share a limit with a session: those of its owner,
   * or, without authentication, those of the same address; empty for a local client.
   */
  static Optional<String> sharing(Session session) {
    return session.isAuthenticated()
        ? Optional.of(of(session.owner()))
        : Optional.ofNullable(session.began().network()).map(OF_NETWORK::concat);
  }

  /** Adds a session to its set, or extends its lifetime there. */
  void recordOwner(Session session) {
    CallerIdentity.subjectOfOwnerKey(session.owner())
        .ifPresent(subject -> subjects.put(session.id() + ":owner", subject, idle.multipliedBy(2)));
    sharing(session).ifPresent(set -> members.add(set, session.id(), idle));
  }

  /** Removes a session from its set. */
  void remove(Session session) {
    if (!session.owner().isEmpty()) {
      subjects.remove(session.id() + ":owner");
    }
    sharing(session).ifPresent(set -> members.remove(set, session.id()));
  }

  /** Removes a session, which now has an owner, from the set of its address. */
  void claimed(Session session) {
    Optional.ofNullable(session.began().network())
        .ifPresent(network -> members.remove(OF_NETWORK + network, session.id()));
  }

  /**
   * Returns whether the owner of a session was confirmed on this instance. An owner never changes,
   * except from unauthenticated to authenticated, so the session may be extended before it is read.
   */
  boolean isConfirmed(String id, String owner) {
    return owner.equals(seen.getIfPresent(id));
  }

  /** Records a confirmed owner. */
  void recordConfirmed(String id, String owner) {
    if (!owner.equals(CallerIdentity.UNAUTHENTICATED)) {
      seen.put(id, owner);
    }
  }

  /** Removes an ended session. */
  void gone(String id) {
    seen.invalidate(id);
  }
}
