package io.everythingmcp.server.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.event.ServerEvent;
import io.everythingmcp.api.event.ServerEventBus;
import io.everythingmcp.server.store.memory.MemoryStore;
import io.everythingmcp.server.wire.ProtocolRevision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lifecycle of sessions, as observed by operators. */
class SessionStoreTest {
  private static final Duration IDLE = Duration.ofMillis(120);

  private final MemoryStore store = new MemoryStore();
  private final ServerEventBus events = new ServerEventBus(Runnable::run);
  private final List<ServerEvent.SessionEnded> ended = new CopyOnWriteArrayList<>();

  SessionStoreTest() {
    events.subscribe(ServerEvent.SessionEnded.class, ended::add);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private SessionStore sessions(Duration idle) {
    SessionLimits limits = new SessionLimits(idle, 10, 10, Duration.ZERO);
    return new SessionStore(store, new StreamLog(store), limits, events);
  }

  private static Session session(String id) {
    return Session.begin(id, "", Session.Channel.STREAMABLE, ProtocolRevision.V2025_11_25, null);
  }

  @Test
  void endIsPublishedOnceWithItsReason() {
    SessionStore sessions = sessions(Duration.ofMinutes(1));
    sessions.add(session("one"));
    assertThat(sessions.end("one", "deleted")).isTrue();
    assertThat(sessions.end("one", "deleted")).isFalse();
    assertThat(ended).singleElement().extracting("sessionId", "reason").contains("one", "deleted");
  }

  @Test
  void expiryIsPublishedByOneInstance() {
    SessionStore here = sessions(IDLE);
    SessionStore there = sessions(IDLE);
    here.add(session("one"));
    await()
        .untilAsserted(
            () -> {
              here.removeExpired();
              there.removeExpired();
              assertThat(ended).isNotEmpty();
            });
    there.removeExpired();
    assertThat(ended).singleElement().extracting("reason").isEqualTo("expired");
    assertThat(ended.get(0).duration()).isGreaterThanOrEqualTo(IDLE.toMillis());
  }

  /** The instances can be busy for longer than the idle time. */
  @Test
  void expiryIsPublishedByALateSweep() {
    SessionStore sessions = sessions(Duration.ofMillis(1));
    sessions.add(session("one"));
    Instant begin = Instant.now();
    await().until(() -> Duration.between(begin, Instant.now()).toMillis() > 20);
    sessions.removeExpired();
    assertThat(ended).singleElement().extracting("reason").isEqualTo("expired");
  }

  private static Session from(String address, String id, String owner) {
    return Session.begin(id, owner, Session.Channel.STREAMABLE, ProtocolRevision.V2025_11_25, null)
        .begunFrom(address);
  }

  @Test
  void addressWithoutAuthenticationHasAShareOfTheSessions() {
    SessionStore sessions = sessions(Duration.ofMinutes(1));
    for (int i = 0; i < 8; i++) {
      assertThat(sessions.add(from("2001:db8::" + i, "s" + i, ""))).isEmpty();
    }
    assertThat(sessions.add(from("2001:db8::ffff:1", "more", "")))
        .hasValueSatisfying(why -> assertThat(why).contains("this address", ": 8 "));
    assertThat(sessions.add(from("192.0.2.1", "other", ""))).isEmpty();
    sessions.end("s0", "deleted");
    assertThat(sessions.add(from("2001:db8::1", "more", ""))).isEmpty();
    assertThat(sessions.add(from("2001:db8::1", "evenMore", ""))).isPresent();
  }

  @Test
  void sessionsWithoutACallerLeaveRoomForOthers() {
    SessionStore sessions = sessions(Duration.ofMinutes(1));
    String unauthenticated = CallerIdentity.UNAUTHENTICATED;
    assertThat(sessions.add(from("192.0.2.1", "a", unauthenticated))).isEmpty();
    assertThat(sessions.add(from("198.51.100.1", "b", unauthenticated))).isEmpty();
    assertThat(sessions.add(from("203.0.113.1", "c", unauthenticated)))
        .hasValueSatisfying(why -> assertThat(why).contains("unauthenticated callers", ": 2 "));
    assertThat(sessions.add(from("203.0.113.1", "d", "alice"))).isEmpty();
    assertThat(sessions.find("a", "alice").toCompletableFuture().join()).isPresent();
    assertThat(sessions.add(from("203.0.113.1", "c", unauthenticated))).isEmpty();
  }

  @Test
  void expiredSessionsOfAnAddressDoNotCount() {
    SessionStore sessions = sessions(IDLE);
    for (int i = 0; i < 8; i++) {
      sessions.add(from("192.0.2.1", "s" + i, ""));
    }
    await().untilAsserted(() -> assertThat(sessions.findById("s7")).isEmpty());
    assertThat(sessions.add(from("192.0.2.1", "more", ""))).isEmpty();
  }

  @Test
  void addressBeforeAuthenticationHasTheShareOfOneCallerUntilTheSessionIsClaimed() {
    SessionLimits limits = new SessionLimits(Duration.ofMinutes(1), 10, 1, Duration.ZERO);
    SessionStore sessions = new SessionStore(store, new StreamLog(store), limits, events);
    String before = CallerIdentity.UNAUTHENTICATED;
    assertThat(sessions.add(from("192.0.2.1", "one", before))).isEmpty();
    assertThat(sessions.add(from("192.0.2.1", "two", before))).isPresent();
    assertThat(sessions.add(from("192.0.2.2", "three", before))).isEmpty();
    assertThat(sessions.find("one", "|iss|alice").toCompletableFuture().join()).isPresent();
    assertThat(sessions.add(from("192.0.2.1", "two", before))).isEmpty();
    assertThat(sessions.add(from("192.0.2.9", "four", "|iss|alice")))
        .hasValueSatisfying(why -> assertThat(why).contains("this caller", "maxPerCaller"));
  }

  @Test
  void sessionReportsItsIdleTime() {
    SessionStore sessions = sessions(Duration.ofMinutes(1));
    sessions.add(session("one"));
    assertThat(sessions.idleFor("one").orElseThrow()).isLessThan(Duration.ofSeconds(20));
    assertThat(sessions.idleFor("two")).isEmpty();
  }

  @Test
  void idIsUnique() {
    SessionStore sessions = sessions(Duration.ofMinutes(1));
    sessions.add(session("one"));
    Session same = session("one");
    assertThatThrownBy(() -> sessions.add(same)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "with space",
        "a:owner",
        "ümlaut",
        "line\nbreak",
        "a/b",
        "a@b",
        "a[b",
        "a`b",
        "a{b",
        "a\u007f"
      })
  void invalidGeneratedIdIsReplaced(String bad) {
    assertThat(new SessionIdGenerator(() -> bad).next()).matches("[0-9a-f]{32}");
  }

  @Test
  void idAllowsItsMaximumLengthAndEveryCharacter() {
    String longest = "a".repeat(128);
    assertThat(new SessionIdGenerator(() -> longest).next()).isEqualTo(longest);
    assertThat(new SessionIdGenerator(() -> longest + "a").next()).matches("[0-9a-f]{32}");
    assertThat(new SessionIdGenerator(() -> "azAZ09._~-").next()).isEqualTo("azAZ09._~-");
  }

  @Test
  void failingGeneratorIsReplaced() {
    assertThat(
            new SessionIdGenerator(
                    () -> {
                      throw new IllegalStateException("on purpose");
                    })
                .next())
        .matches("[0-9a-f]{32}");
    assertThat(new SessionIdGenerator(() -> "mine-1").next()).isEqualTo("mine-1");
  }

  @Test
  void ownerIsReadAsWritten() {
    assertThat(SessionOwner.of("t|https://i|auth0|7"))
        .isEqualTo(
            new SessionOwner(Optional.of("t"), Optional.of("https://i"), Optional.of("auth0|7")));
    assertThat(SessionOwner.of("a%7Cb|https://i/%257C|c%7C"))
        .isEqualTo(
            new SessionOwner(
                Optional.of("a|b"), Optional.of("https://i/%7C"), Optional.of("c%7C")));
    assertThat(SessionOwner.of("?"))
        .isEqualTo(new SessionOwner(Optional.empty(), Optional.empty(), Optional.empty()));
    assertThat(SessionOwner.of(""))
        .isEqualTo(new SessionOwner(Optional.empty(), Optional.empty(), Optional.empty()));
  }
}
