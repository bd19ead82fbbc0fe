package io.everythingmcp.testing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.StateStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

interface KeyValueStoreContract {
  Duration LONG = Duration.ofMinutes(5);
  Duration MEDIUM = Duration.ofMinutes(2);
  Duration SHORT = Duration.ofMillis(150);
  int THREADS = 8;

  StateStore store();

  /** Returns a unique name. */
  String name();

  private KeyValueStore<String> values() {
    return values(String.class);
  }

  private <T> KeyValueStore<T> values(Class<T> type) {
    return store().values(name() + ":", type);
  }

  private void awaitEnd(String key) {
    await().pollInterval(Duration.ofMillis(10)).until(() -> values().get(key).isEmpty());
  }

  record Point(int x, Long y) {}

  record Everything(
      String text,
      Optional<String> some,
      Optional<Instant> none,
      Set<String> names,
      List<Point> points,
      Map<String, Object> tree,
      Instant when,
      boolean flag,
      String absent) {}

  @Test
  default void valueHasATimeToLive() {
    assertThat(values().remaining("a")).isEmpty();
    values().put("a", "1", LONG);
    assertThat(values().remaining("a").orElseThrow()).isBetween(LONG.minusSeconds(30), LONG);
    values().touch("a", LONG.multipliedBy(2));
    assertThat(values().remaining("a").orElseThrow()).isGreaterThan(LONG);
    values().remove("a");
    assertThat(values().remaining("a")).isEmpty();
  }

  @Test
  default void missingValueIsEmpty() {
    assertThat(values().get("a")).isEmpty();
    assertThat(values().touch("a", LONG)).isEmpty();
    assertThat(values().take("a")).isEmpty();
    assertThat(values().remove("a")).isFalse();
    assertThat(values().update("a", old -> "never")).isEmpty();
    assertThat(values().get("a")).isEmpty();
  }

  @Test
  default void putReplaces() {
    values().put("a", "one", LONG);
    values().put("a", "two", LONG);
    assertThat(values().get("a")).contains("two");
    assertThat(values().get("b")).isEmpty();
  }

  @Test
  default void textIsUnchanged() {
    for (String text :
        List.of(
            "",
            " ",
            "\"quoted\"",
            "{\"a\":1}",
            "null",
            "ıİ ü 漢字 🙂\n\u0000",
            "x".repeat(100_000))) {
      values().put("a", text, LONG);
      assertThat(values().get("a")).contains(text);
      assertThat(values().update("a", old -> old + "!")).contains(text + "!");
      assertThat(values().take("a")).contains(text + "!");
    }
  }

  @Test
  default void recordsAreRestored() {
    KeyValueStore<Everything> records = values(Everything.class);
    Everything value =
        new Everything(
            "ä",
            Optional.of("x"),
            Optional.empty(),
            Set.of("b", "a"),
            List.of(new Point(1, 2L), new Point(-3, null)),
            Map.of("list", List.of(1, "two", true), "map", Map.of("deep", 1.5)),
            Instant.parse("2026-07-28T01:02:03.456789Z"),
            true,
            null);
    records.put("a", value, LONG);
    assertThat(records.get("a")).contains(value);
    assertThat(records.touch("a", LONG)).contains(value);
    assertThat(records.update("a", same -> same)).contains(value);
    assertThat(records.take("a")).contains(value);
  }

  @Test
  default void prefixesAreSeparate() {
    values().put("a", "one", LONG);
    assertThat(store().values(name() + ":", String.class).get("a")).contains("one");
    assertThat(store().values(name() + ":other:", String.class).get("a")).isEmpty();
  }

  @Test
  default void valuesExpire() {
    values().put("a", "one", SHORT);
    assertThat(values().putIfAbsent("b", "one", SHORT)).isTrue();
    awaitEnd("a");
    awaitEnd("b");
    assertThat(values().touch("a", LONG)).isEmpty();
    assertThat(values().update("a", old -> "never")).isEmpty();
    assertThat(values().take("a")).isEmpty();
    assertThat(values().remove("a")).isFalse();
    assertThat(values().putIfAbsent("a", "two", LONG)).isTrue();
    assertThat(values().get("a")).contains("two");
  }

  @Test
  default void readingDoesNotExtendTheTtl() {
    values().put("a", "one", SHORT);
    awaitEnd("a");
  }

  @Test
  default void updatingDoesNotExtendTheTtl() {
    values().put("a", "one", SHORT);
    await().until(() -> values().update("a", old -> old + "+").isEmpty());
  }

  @Test
  default void updatingDoesNotShortenTheTtl() {
    values().put("a", "one", LONG);
    values().update("a", old -> "two");
    assertThat(values().get("a")).contains("two");
    assertThat(values().remaining("a").orElseThrow()).isGreaterThan(MEDIUM);
  }

  @Test
  default void touchingExtendsTheTtl() {
    values().put("a", "one", MEDIUM);
    assertThat(values().touch("a", LONG)).contains("one");
    assertThat(values().get("a")).contains("one");
    assertThat(values().remaining("a").orElseThrow()).isGreaterThan(MEDIUM);
  }

  @Test
  default void touchingShortensTheTtl() {
    values().put("a", "one", LONG);
    values().touch("a", SHORT);
    awaitEnd("a");
  }

  @Test
  default void puttingResetsTheTtl() {
    values().put("a", "one", MEDIUM);
    values().put("a", "two", LONG);
    assertThat(values().get("a")).contains("two");
    assertThat(values().remaining("a").orElseThrow()).isGreaterThan(MEDIUM);
  }

  @Test
  default void putIfAbsentKeepsExistingValues() {
    assertThat(values().putIfAbsent("a", "one", LONG)).isTrue();
    assertThat(values().putIfAbsent("a", "two", LONG)).isFalse();
    assertThat(values().get("a")).contains("one");
  }

  @Test
  default void updateChangesAndRemoves() {
    values().put("a", "one", LONG);
    assertThat(values().update("a", old -> old + ", two")).contains("one, two");
    assertThat(values().update("a", old -> old)).contains("one, two");
    assertThat(values().get("a")).contains("one, two");
    assertThat(values().update("a", old -> null)).isEmpty();
    assertThat(values().get("a")).isEmpty();
  }

  @Test
  default void takeAndRemoveDelete() {
    values().put("a", "one", LONG);
    assertThat(values().take("a")).contains("one");
    assertThat(values().get("a")).isEmpty();
    values().put("a", "two", LONG);
    assertThat(values().remove("a")).isTrue();
    assertThat(values().remove("a")).isFalse();
    assertThat(values().get("a")).isEmpty();
  }

  @Test
  default void noUpdateIsLost() throws Exception {
    KeyValueStore<Point> points = values(Point.class);
    points.put("a", new Point(0, 0L), LONG);
    ConcurrentRun.call(
        THREADS,
        thread -> {
          for (int i = 0; i < 50; i++) {
            points.update("a", old -> new Point(old.x() + 1, old.y()));
          }
          return null;
        });
    assertThat(points.get("a")).contains(new Point(THREADS * 50, 0L));
  }

  @Test
  default void onePutIfAbsentSucceeds() throws Exception {
    for (int round = 0; round < 20; round++) {
      String key = "a" + round;
      List<Boolean> put =
          ConcurrentRun.call(THREADS, thread -> values().putIfAbsent(key, "by " + thread, LONG));
      assertThat(put).containsOnlyOnce(true);
      assertThat(values().get(key)).contains("by " + put.indexOf(true));
    }
  }

  @Test
  default void oneTakeSucceeds() throws Exception {
    for (int round = 0; round < 20; round++) {
      values().put("a", "one", LONG);
      List<Optional<String>> taken = ConcurrentRun.call(THREADS, thread -> values().take("a"));
      assertThat(taken.stream().flatMap(Optional::stream)).containsExactly("one");
    }
  }

  @Test
  default void oneRemoveSucceeds() throws Exception {
    for (int round = 0; round < 20; round++) {
      values().put("a", "one", LONG);
      assertThat(ConcurrentRun.call(THREADS, thread -> values().remove("a")))
          .containsOnlyOnce(true);
    }
  }

  @Test
  default void updateKeepsATouch() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    ConcurrentRun.call(
        3,
        thread -> {
          if (thread > 0) {
            while (!done.get()) {
              values().update("a", old -> old.length() > 10 ? "" : old + "+");
            }
            return null;
          }
          try {
            for (int round = 0; round < 20; round++) {
              values().put("a", "", Duration.ofMillis(20));
              Optional<String> touched = values().touch("a", LONG);
              if (touched.isPresent()) {
                await().during(Duration.ofMillis(40)).until(() -> values().get("a").isPresent());
              }
            }
          } finally {
            done.set(true);
          }
          return null;
        });
  }
}
