package io.everythingmcp.server.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.server.store.ExpiringSets;
import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.StateStore;
import java.time.Duration;

/** Index of sessions by owner. */
final class SessionOwnership {
  private static final String OF_OWNER = "mcp:sessions:owner:";

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

  /** Adds a session to its owner's set, or extends its lifetime there. */
  void recordOwner(Session session) {
    if (!session.owner().isEmpty()) {
      CallerIdentity.subjectOfOwnerKey(session.owner())
          .ifPresent(
              subject -> subjects.put(session.id() + ":owner", subject, idle.multipliedBy(2)));
      members.add(of(session.owner()), session.id(), idle);
    }
  }

  /** Removes a session from its owner's set. */
  void remove(Session session) {
    if (!session.owner().isEmpty()) {
      subjects.remove(session.id() + ":owner");
      members.remove(of(session.owner()), session.id());
    }
  }

  /** Records that a session has an owner. */
  void claimed(String id) {
    members.remove(of(CallerIdentity.UNAUTHENTICATED), id);
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
