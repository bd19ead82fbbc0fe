package io.everythingmcp.server.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.server.store.ExpiringSets;
import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.StateStore;
import java.time.Duration;

/** Which sessions belong to whom. */
final class SessionOwnership {
  private static final String OF_OWNER = "mcp:sessions:owner:";

  /** More than are in use on one instance at once, as a rule; what is forgotten is read again. */
  private static final int REMEMBERED = 20_000;

  private final KeyValueStore<String> subjects;
  private final ExpiringSets members;
  private final Duration idle;
  private final Cache<String, String> seen = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  /**
   * Of sessions in a store.
   *
   * @param idle how long a session lives that nobody uses
   */
  SessionOwnership(StateStore store, Duration idle) {
    this.subjects = store.values("session:", String.class);
    this.members = store.members();
    this.idle = idle;
  }

  /** The set of all sessions of somebody. */
  static String of(String owner) {
    return OF_OWNER + owner;
  }

  /** Notes that a session is somebody's; and that it lives on. */
  void note(Session session) {
    if (!session.owner().isEmpty()) {
      CallerIdentity.subjectOfOwnerKey(session.owner())
          .ifPresent(
              subject -> subjects.put(session.id() + ":owner", subject, idle.multipliedBy(2)));
      members.add(of(session.owner()), session.id(), idle);
    }
  }

  /** Notes that a session is nobody's any more. */
  void forget(Session session) {
    if (!session.owner().isEmpty()) {
      subjects.remove(session.id() + ":owner");
      members.remove(of(session.owner()), session.id());
    }
  }

  /** Notes that a session is no guest's any more. */
  void claimed(String id) {
    members.remove(of(CallerIdentity.UNAUTHENTICATED), id);
  }

  /**
   * Whether a session was seen here to be somebody's. Who owns a session owns it as long as it
   * lives, so it may be prolonged before it is read; only a guest's may become another one's.
   */
  boolean sure(String id, String owner) {
    return owner.equals(seen.getIfPresent(id));
  }

  /** A session was seen to be somebody's. */
  void see(String id, String owner) {
    if (!owner.equals(CallerIdentity.UNAUTHENTICATED)) {
      seen.put(id, owner);
    }
  }

  /** A session is over. */
  void gone(String id) {
    seen.invalidate(id);
  }
}
