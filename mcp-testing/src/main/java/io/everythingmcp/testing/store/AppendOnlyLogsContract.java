package io.everythingmcp.testing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.everythingmcp.server.store.AppendOnlyLogs;
import io.everythingmcp.server.store.AppendOnlyLogs.Entry;
import io.everythingmcp.server.store.StateStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

interface AppendOnlyLogsContract {
  Duration LONG = Duration.ofMinutes(5);
  Duration SHORT = Duration.ofMillis(150);

  /** Long enough for concurrent work on a slow machine. */
  Duration WHILE = Duration.ofSeconds(2);

  int MANY = 10_000;
  int THREADS = 8;

  StateStore store();

  /** Returns a unique name. */
  String name();

  private AppendOnlyLogs logs() {
    return store().logs();
  }

  private List<Entry> claim(int max) {
    return logs().claim(name(), UUID.randomUUID().toString(), 0, max);
  }

  private long append(String text) {
    return logs().append(name(), text, MANY, LONG);
  }

  private static List<String> texts(Collection<Entry> entries) {
    return entries.stream().map(Entry::text).toList();
  }

  @Test
  default void missingLogIsEmpty() {
    assertThat(logs().exists(name())).isFalse();
    assertThat(logs().read(name(), 0, MANY)).isEmpty();
    assertThat(claim(MANY)).isEmpty();
    assertThat(logs().claimed(name())).isZero();
    logs().remove(name());
    assertThat(logs().exists(name())).isFalse();
  }

  @Test
  default void entriesAreNumberedFromOne() {
    assertThat(append("a")).isEqualTo(1);
    assertThat(append("b")).isEqualTo(2);
    assertThat(logs().exists(name())).isTrue();
    assertThat(logs().read(name(), 0, MANY)).containsExactly(new Entry(1, "a"), new Entry(2, "b"));
  }

  @Test
  default void readsAfterANumberUpToALimit() {
    for (String text : List.of("a", "b", "c", "d")) {
      append(text);
    }
    assertThat(texts(logs().read(name(), 1, 2))).containsExactly("b", "c");
    assertThat(texts(logs().read(name(), 3, Integer.MAX_VALUE))).containsExactly("d");
    assertThat(logs().read(name(), 4, MANY)).isEmpty();
    assertThat(logs().read(name(), 999_999_999_999_999_999L, MANY)).isEmpty();
    assertThat(logs().read(name(), 0, 0)).isEmpty();
    assertThat(claim(0)).isEmpty();
    assertThat(logs().read(name(), 0, 1)).isEqualTo(logs().read(name(), 0, 1));
  }

  @Test
  default void entriesAreUnchanged() {
    List<String> texts = List.of("", "m{\"a\":1}", "ıİ ü 漢字 🙂\r\n\u0000", "x".repeat(100_000));
    texts.forEach(this::append);
    assertThat(texts(logs().read(name(), 0, MANY))).isEqualTo(texts);
    assertThat(texts(claim(MANY))).isEqualTo(texts);
  }

  @Test
  default void oldestEntriesAreDroppedAndNumbersContinue() {
    for (int i = 1; i <= 250; i++) {
      assertThat(logs().append(name(), "entry " + i, 3, LONG)).isEqualTo(i);
    }
    assertThat(logs().read(name(), 0, MANY))
        .containsExactly(
            new Entry(248, "entry 248"), new Entry(249, "entry 249"), new Entry(250, "entry 250"));
    assertThat(texts(logs().read(name(), 100, 1))).containsExactly("entry 248");
    assertThat(logs().append(name(), "alone", 1, LONG)).isEqualTo(251);
    assertThat(texts(logs().read(name(), 0, MANY))).containsExactly("alone");
  }

  @Test
  default void retainedEntriesAreNotDropped() {
    logs().append(name(), "opening", true, 3, LONG);
    logs().append(name(), "a", 3, LONG);
    logs().append(name(), "response", true, 3, LONG);
    for (int i = 0; i < 10; i++) {
      logs().append(name(), "more " + i, 3, LONG);
    }
    assertThat(logs().read(name(), 0, MANY))
        .containsExactly(
            new Entry(1, "opening"), new Entry(3, "response"), new Entry(13, "more 9"));
    assertThat(texts(claim(MANY))).containsExactly("opening", "response", "more 9");
    logs().append(name(), "another", true, 3, LONG);
    logs().append(name(), "last", true, 3, LONG);
    assertThat(texts(logs().read(name(), 0, MANY)))
        .containsExactly("opening", "response", "another", "last");
  }

  @Test
  default void removedReaderKeepsItsClaims() {
    append("a");
    append("b");
    assertThat(texts(logs().claim(name(), "reader", 0, 1))).containsExactly("a");
    assertThat(texts(logs().claim(name(), "reader", 1, 1))).containsExactly("b");
    logs().release(name(), "reader");
    logs().release("no such log", "reader");
    assertThat(claim(MANY)).isEmpty();
    assertThat(logs().claimed(name())).isEqualTo(2);
  }

  @Test
  default void eachEntryIsClaimedOnce() {
    for (String text : List.of("a", "b", "c")) {
      append(text);
    }
    assertThat(logs().claimed(name())).isZero();
    assertThat(claim(2)).containsExactly(new Entry(1, "a"), new Entry(2, "b"));
    assertThat(logs().claimed(name())).isEqualTo(2);
    assertThat(texts(claim(2))).containsExactly("c");
    assertThat(claim(2)).isEmpty();
    assertThat(logs().claimed(name())).isEqualTo(3);
    append("d");
    assertThat(texts(claim(MANY))).containsExactly("d");
    assertThat(texts(logs().read(name(), 0, MANY))).containsExactly("a", "b", "c", "d");
  }

  @Test
  default void droppedEntryIsNotClaimed() {
    logs().append(name(), "a", 2, LONG);
    assertThat(texts(claim(1))).containsExactly("a");
    for (String text : List.of("b", "c", "d")) {
      logs().append(name(), text, 2, LONG);
    }
    assertThat(texts(claim(MANY))).containsExactly("c", "d");
    assertThat(logs().claimed(name())).isEqualTo(4);
  }

  @Test
  default void removedLogRestarts() {
    append("a");
    append("b");
    claim(1);
    logs().remove(name());
    assertThat(logs().exists(name())).isFalse();
    assertThat(logs().claimed(name())).isZero();
    assertThat(append("c")).isEqualTo(1);
    assertThat(texts(claim(MANY))).containsExactly("c");
  }

  @Test
  default void expiredLogRestarts() {
    logs().append(name(), "a", MANY, SHORT);
    claim(1);
    await().pollInterval(Duration.ofMillis(10)).until(() -> !logs().exists(name()));
    assertThat(logs().read(name(), 0, MANY)).isEmpty();
    assertThat(logs().claimed(name())).isZero();
    assertThat(append("b")).isEqualTo(1);
    assertThat(texts(claim(MANY))).containsExactly("b");
  }

  @Test
  default void appendingExtendsTheTtlAndReadingDoesNot() {
    logs().append(name(), "a", MANY, WHILE);
    append("b");
    await()
        .during(WHILE.plus(SHORT))
        .until(() -> texts(logs().read(name(), 0, MANY)).equals(List.of("a", "b")));
    logs().append(name(), "c", MANY, SHORT);
    await()
        .pollInterval(Duration.ofMillis(10))
        .until(() -> logs().read(name(), 0, MANY).isEmpty() && claim(1).isEmpty());
  }

  @Test
  default void ttlCanBeExtendedAndShortened() {
    logs().expire(name(), LONG);
    assertThat(logs().exists(name())).isFalse();
    logs().append(name(), "a", MANY, WHILE);
    claim(1);
    logs().expire(name(), LONG);
    await()
        .during(WHILE.plus(SHORT))
        .until(() -> texts(logs().read(name(), 0, MANY)).equals(List.of("a")));
    assertThat(logs().claimed(name())).isEqualTo(1);
    logs().expire(name(), SHORT);
    await().pollInterval(Duration.ofMillis(10)).until(() -> !logs().exists(name()));
    assertThat(append("b")).isEqualTo(1);
  }

  @Test
  default void concurrentAppendsHaveNoGaps() throws Exception {
    Map<Long, String> appended = new ConcurrentHashMap<>();
    ConcurrentRun.call(
        THREADS,
        thread -> {
          for (int i = 0; i < 50; i++) {
            String text = thread + "/" + i;
            assertThat(appended.put(append(text), text)).isNull();
          }
          return null;
        });
    List<Entry> entries = logs().read(name(), 0, MANY);
    assertThat(entries.stream().map(Entry::number))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, THREADS * 50).boxed().toList());
    assertThat(entries).allMatch(entry -> entry.text().equals(appended.get(entry.number())));
  }

  @Test
  default void concurrentClaimsAreDisjoint() throws Exception {
    int total = 4 * 50;
    AtomicInteger claimed = new AtomicInteger();
    List<List<Entry>> shares =
        ConcurrentRun.call(
            THREADS,
            thread -> {
              List<Entry> share = new ArrayList<>();
              if (thread < 4) {
                for (int i = 0; i < 50; i++) {
                  append(thread + "/" + i);
                }
              } else {
                while (claimed.get() < total) {
                  List<Entry> some = claim(3);
                  claimed.addAndGet(some.size());
                  share.addAll(some);
                }
              }
              return share;
            });
    assertThat(shares)
        .allSatisfy(share -> assertThat(share.stream().map(Entry::number)).isSorted());
    assertThat(shares.stream().flatMap(List::stream).map(Entry::number))
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, total).boxed().toList());
    assertThat(logs().claimed(name())).isEqualTo(total);
  }
}
