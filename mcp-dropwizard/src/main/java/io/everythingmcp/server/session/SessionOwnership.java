package io.everythingmcp.server.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.server.store.ExpiringSets;
import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.StateStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
   * Returns the keys of the sets of sessions that share limits with a session: those of its owner,
   * or, without authentication, those of the same address, unless the client is local, and those
   * that have no owner yet.
   */
  static List<String> sharing(Session session) {
    if (session.isAuthenticated()) {
      return List.of(of(session.owner()));
    }
    List<String> sets = new ArrayList<>();
    if (session.began().network() != null) {
      sets.add(OF_NETWORK + session.began().network());
    }
    if (!session.owner().isEmpty()) {
      sets.add(of(CallerIdentity.UNAUTHENTICATED));
    }
    return sets;
  }

  /** Whether a set is that of the sessions which have no owner yet. */
  static boolean isOfUnclaimed(String set) {
    return set.equals(of(CallerIdentity.UNAUTHENTICATED));
  }

  /** Adds a session to its set, or extends its lifetime there. */
  void recordOwner(Session session) {
    CallerIdentity.subjectOfOwnerKey(session.owner())
        .ifPresent(subject -> subjects.put(session.id() + ":owner", subject, idle.multipliedBy(2)));
    sharing(session).forEach(set -> members.add(set, session.id(), idle));
  }

  /** Removes a session from its set. */
  void remove(Session session) {
    if (!session.owner().isEmpty()) {
      subjects.remove(session.id() + ":owner");
    }
    sharing(session).forEach(set -> members.remove(set, session.id()));
  }

  /** Removes a session, which now has an owner, from the sets of sessions without one. */
  void claimed(Session session) {
    members.remove(of(CallerIdentity.UNAUTHENTICATED), session.id());
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
