package io.everythingmcp.server.management.session;

import io.everythingmcp.server.session.Session;
import io.everythingmcp.server.session.SessionOwner;
import io.everythingmcp.server.session.SessionStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Lists sessions and ends them, on all instances. */
public final class SessionAdmin {
  private static final String REMOVED = "removed";

  private final SessionStore sessions;

  public SessionAdmin(SessionStore sessions) {
    this.sessions = sessions;
  }

  /**
   * A session.
   *
   * @param subject the user; absent for an anonymous caller
   * @param revision protocol revision
   * @param client declared client information; absent before initialization
   * @param idleSeconds time since the last use
   */
  public record View(
      String id,
      Optional<String> subject,
      Optional<String> tenant,
      String channel,
      String revision,
      Optional<String> client,
      boolean ready,
      int subscriptions,
      Instant createdAt,
      long idleSeconds) {}

  /** How many there are; a few may have just expired. */
  public long count() {
    return sessions.count();
  }

  /** All that match, in the order of their ids. */
  public List<View> list(String after, int limit, Predicate<SessionOwner> owner) {
    return sessions.ids().stream()
        .sorted()
        .filter(id -> id.compareTo(after) > 0)
        .map(sessions::findById)
        .flatMap(Optional::stream)
        .filter(session -> owner.test(SessionOwner.of(session.owner())))
        .limit(limit)
        .map(this::view)
        .toList();
  }

  private View view(Session session) {
    SessionOwner owner = SessionOwner.of(session.owner());
    return new View(
        session.id(),
        owner.subject(),
        owner.tenant(),
        session.singleChannel() ? "sse" : "streamable-http",
        session.revision().date(),
        Optional.ofNullable(session.client()).map(c -> c.name() + " " + c.version()),
        session.ready(),
        session.subscriptions().size(),
        session.createdAt(),
        sessions.idleFor(session.id()).orElse(Duration.ZERO).toSeconds());
  }

  /** Ends one; false when there was none. */
  public boolean end(String id) {
    return sessions.end(id, REMOVED);
  }

  /** Ends all sessions whose owner matches and returns their number. */
  public int endAll(Predicate<SessionOwner> owner) {
    int ended = 0;
    for (String id : sessions.ids()) {
      boolean theirs =
          sessions.findById(id).filter(s -> owner.test(SessionOwner.of(s.owner()))).isPresent();
      ended += theirs && end(id) ? 1 : 0;
    }
    return ended;
  }

  /**
   * Ends sessions that were idle for the duration, removes expired ones, and returns their number.
   */
  public int cleanUp(Duration idle) {
    int ended = sessions.removeExpired();
    for (String id : sessions.ids()) {
      boolean old = sessions.idleFor(id).filter(time -> time.compareTo(idle) >= 0).isPresent();
      ended += old && sessions.end(id, "cleanup") ? 1 : 0;
    }
    return ended;
  }
}
