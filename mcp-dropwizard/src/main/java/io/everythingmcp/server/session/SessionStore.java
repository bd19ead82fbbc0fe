package io.everythingmcp.server.session;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.event.ServerEventBus;
import io.everythingmcp.server.store.ExpiringSets;
import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.PubSubChannels;
import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.server.wire.WireJson;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All sessions, on all instances. */
public final class SessionStore {
  private static final Logger LOG = LoggerFactory.getLogger(SessionStore.class);
  private static final String ALL = "mcp:sessions";
  private static final String SUBSCRIBERS = "mcp:subscribers:";
  private static final int SWEEP_BATCH = 500;

  /** How late a sweep can be without losing the event of an expired session. */
  private static final Duration SWEEP_DELAY = Duration.ofMinutes(1);

  /** Reason of the end of an unused session. */
  private static final String EXPIRED = "expired";

  /** Reason of the end of a session whose client does not read its messages. */
  private static final String UNREAD = "unread";

  private final KeyValueStore<Session> records;
  private final SessionOwnership owners;
  private final KeyValueStore<SessionOrigin> beginnings;
  private final ExpiringSets members;
  private final PubSubChannels signals;
  private final StreamLog events;
  private final SessionLimits limits;
  private final ServerEventBus serverEvents;
  private final List<Consumer<String>> ends = new CopyOnWriteArrayList<>();

  /**
   * Creates the store.
   *
   * @param serverEvents receives events of ended sessions
   */
  public SessionStore(
      StateStore store, StreamLog events, SessionLimits limits, ServerEventBus serverEvents) {
    this.records = store.values("session:", Session.class);
    this.owners = new SessionOwnership(store, limits.idle());
    this.members = store.members();
    this.signals = store.signals();
    this.events = events;
    this.limits = limits;
    this.beginnings = store.values("mcp:session-begun:", SessionOrigin.class);
    this.serverEvents = serverEvents;
    events.onOverflow(this::endUnreadSession);
  }

  /**
   * Adds a session, unless a limit is reached; then returns the message.
   *
   * @throws IllegalArgumentException if a session with this id exists
   */
  public Optional<String> add(Session session) {
    if (full(ALL, limits.total())) {
      return Optional.of("Session limit reached: " + limits.total() + " (mcp.sessions.max)");
    }
    for (String set : SessionOwnership.sharing(session)) {
      SessionLimits.Share share =
          SessionOwnership.isOfUnclaimed(set) ? limits.unclaimed() : limits.share(session);
      if (full(set, share.most())) {
        return Optional.of(share.reached());
      }
    }
    if (!records.putIfAbsent(session.id(), session, limits.idle())) {
      throw new IllegalArgumentException("A session with this id already exists");
    }
    beginnings.put(session.id(), SessionOrigin.of(session), longer());
    members.add(ALL, session.id(), limits.idle());
    owners.recordOwner(session);
    return Optional.empty();
  }

  private Duration longer() {
    return limits.idle().multipliedBy(2).plus(SWEEP_DELAY);
  }

  private boolean full(String set, int limit) {
    if (members.count(set) < limit) {
      return false;
    }
    removeExpired(set);
    return members.count(set) >= limit;
  }

  /**
   * Finds a session by id and owner and extends its lifetime.
   *
   * @return completed already, or later on a thread that may block
   */
  public CompletionStage<Optional<Session>> find(String id, String owner) {
    if (!SessionIdGenerator.wellFormed(id)) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    if (owner.isEmpty() || owners.isConfirmed(id, owner)) {
      return records
          .touchAsync(id, limits.idle())
          .thenApply(found -> found.filter(session -> session.owner().equals(owner)));
    }
    if (findById(id).filter(session -> session.owner().equals(owner)).isEmpty()) {
      return CompletableFuture.completedFuture(claim(id, owner));
    }
    owners.recordConfirmed(id, owner);
    return records.touchAsync(id, limits.idle());
  }

  /**
   * Assigns a session that was created before authentication to the first authenticated caller that
   * uses it; afterwards it does not exist for other callers.
   */
  private Optional<Session> claim(String id, String owner) {
    boolean free =
        findById(id)
            .filter(session -> session.owner().equals(CallerIdentity.UNAUTHENTICATED))
            .isPresent();
    if (!free
        || owner.equals(CallerIdentity.UNAUTHENTICATED)
        || full(SessionOwnership.of(owner), limits.perCaller())) {
      return Optional.empty();
    }
    Optional<Session> claimed =
        update(
                id,
                now ->
                    now.owner().equals(CallerIdentity.UNAUTHENTICATED) ? now.ownedBy(owner) : now)
            .filter(now -> now.owner().equals(owner));
    claimed.ifPresent(
        session -> {
          owners.claimed(session);
          owners.recordOwner(session);
        });
    return claimed;
  }

  /**
   * Finds a session by id, regardless of its owner. For internal use; does not extend its lifetime.
   */
  public Optional<Session> findById(String id) {
    return records.get(id);
  }

  /** Extends the lifetime of a session in use; returns false if it has ended. */
  public boolean touch(String id) {
    return records.touch(id, limits.idle()).isPresent();
  }

  /** Changes a session. */
  public Optional<Session> update(String id, UnaryOperator<Session> change) {
    return records.update(id, change);
  }

  /** Subscribes a session to updates of a resource. */
  public void subscribe(String id, String uri) {
    members.add(SUBSCRIBERS + uri, id, limits.idle());
    update(id, session -> session.subscribed(uri));
  }

  /** Removes a subscription of a session. */
  public void unsubscribe(String id, String uri) {
    members.remove(SUBSCRIBERS + uri, id);
    update(id, session -> session.unsubscribed(uri));
  }

  /** Returns the sessions subscribed to a resource. */
  public List<String> subscribers(String uri) {
    return members.list(SUBSCRIBERS + uri).stream()
        .filter(
            id -> findById(id).filter(session -> session.subscriptions().contains(uri)).isPresent())
        .toList();
  }

  /** The ids of all sessions; some may have just ended. */
  public List<String> ids() {
    return members.list(ALL);
  }

  /** The ids of the sessions of an owner; some may have just ended. */
  public List<String> of(String owner) {
    return members.list(SessionOwnership.of(owner));
  }

  /** How many sessions there are; a few may have just expired. */
  public long count() {
    return members.count(ALL);
  }

  /** Returns the idle time of a session; empty if it has ended. */
  public Optional<Duration> idleFor(String id) {
    return records.remaining(id).map(left -> limits.idle().minus(left));
  }

  /**
   * Ends a session on all instances; returns false if there was none.
   *
   * @param reason one word, for events
   */
  public boolean end(String id, String reason) {
    Optional<Session> ended = records.take(id);
    ended.ifPresent(
        session -> {
          remove(session);
          controlChannel().publish(id, WireJson.object().put("action", "end"));
          ended(id, reason);
        });
    return ended.isPresent();
  }

  /** Publishes the end once, even if several instances detect it. */
  private void ended(String id, String reason) {
    beginnings.take(id).ifPresent(begun -> serverEvents.publish(begun.ended(id, reason)));
  }

  /** Ends a session with a single channel whose log is full, because responses would be lost. */
  private void endUnreadSession(String id) {
    if (findById(id).filter(Session::singleChannel).isPresent() && end(id, UNREAD)) {
      LOG.warn("Session {} was ended: its client does not read its messages", id);
    }
  }

  /** Subscribes to the ids of ended and expired sessions, on the instances that detect the end. */
  public void onSessionEnded(Consumer<String> listener) {
    ends.add(listener);
  }

  private void remove(Session session) {
    members.remove(ALL, session.id());
    owners.remove(session);
    session.subscriptions().forEach(uri -> members.remove(SUBSCRIBERS + uri, session.id()));
    clear(session.id());
  }

  private void clear(String id) {
    owners.gone(id);
    events.remove(id);
    ends.forEach(listener -> listener.accept(id));
  }

  /** Messages about sessions between instances. */
  public SessionControlChannel controlChannel() {
    return new SessionControlChannel(signals);
  }

  /** Removes expired sessions and updates the times of the others. Must be called periodically. */
  public int removeExpired() {
    return removeExpired(ALL);
  }

  private int removeExpired(String set) {
    int gone = 0;
    List<String> overdue;
    do {
      overdue = members.overdue(set, SWEEP_BATCH);
      for (String id : overdue) {
        gone += renewOrRemove(set, id) ? 0 : 1;
      }
    } while (overdue.size() == SWEEP_BATCH);
    return gone;
  }

  private boolean renewOrRemove(String set, String id) {
    Optional<Session> alive = findById(id);
    if (alive.isEmpty()) {
      members.remove(set, id);
      clear(id);
      ended(id, EXPIRED);
      return false;
    }
    if (!set.equals(ALL) && !SessionOwnership.sharing(alive.get()).contains(set)) {
      members.remove(set, id);
      return true;
    }
    members.add(set, id, limits.idle());
    beginnings.touch(id, longer());
    owners.recordOwner(alive.get());
    alive.get().subscriptions().forEach(uri -> members.add(SUBSCRIBERS + uri, id, limits.idle()));
    return true;
  }
}
