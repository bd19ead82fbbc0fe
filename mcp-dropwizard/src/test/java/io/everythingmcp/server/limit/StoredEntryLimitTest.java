package io.everythingmcp.server.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.server.store.memory.MemoryStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StoredEntryLimitTest {
  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final String FIRST = "192.0.2.1";
  private static final String SECOND = "192.0.2.2";

  private final StateStore store = new MemoryStore();
  private final List<String> removed = new ArrayList<>();

  private StoredEntryLimit limit(int most) {
    return new StoredEntryLimit(
        store, new StoredEntryLimit.Names("entries", "entry-network:"), most, removed::add);
  }

  @Test
  void addressHasThreeQuarters() {
    StoredEntryLimit limit = limit(4);
    assertThat(limit.admit("a", FIRST, LIFE)).isTrue();
    assertThat(limit.admit("b", FIRST, LIFE)).isTrue();
    assertThat(limit.admit("c", FIRST, LIFE)).isTrue();
    assertThat(limit.admit("d", FIRST, LIFE)).isFalse();
    assertThat(limit.admit("e", SECOND, LIFE)).isTrue();
    assertThat(removed).isEmpty();
    assertThat(store.members().list("entries")).containsExactlyInAnyOrder("a", "b", "c", "e");
  }

  @Test
  void earliestIsRemovedBeyondTheTotal() {
    StoredEntryLimit limit = limit(4);
    limit.admit("a", FIRST, LIFE.multipliedBy(2));
    limit.admit("b", FIRST, LIFE);
    limit.admit("c", FIRST, LIFE.multipliedBy(2));
    limit.admit("d", SECOND, LIFE.multipliedBy(2));
    assertThat(limit.admit("e", SECOND, LIFE.multipliedBy(2))).isTrue();
    assertThat(removed).containsExactly("b");
    assertThat(limit.admit("f", FIRST, LIFE.multipliedBy(2))).isTrue();
    assertThat(store.members().count("entries")).isEqualTo(4);
  }

  @Test
  void releasedAndExpiredEntriesAreNotCounted() {
    StoredEntryLimit limit = limit(4);
    limit.admit("a", FIRST, LIFE);
    limit.admit("b", FIRST, LIFE);
    limit.admit("c", FIRST, LIFE);
    limit.release("a");
    assertThat(limit.admit("d", FIRST, LIFE)).isTrue();
    assertThat(limit.admit("e", FIRST, LIFE)).isFalse();
    limit.expire("b", Duration.ZERO);
    assertThat(limit.admit("e", FIRST, LIFE)).isTrue();
    assertThat(removed).containsExactly("b");
  }

  @Test
  void unknownEntryIsNotCountedByItsExpiry() {
    StoredEntryLimit limit = limit(4);
    limit.expire("a", LIFE);
    assertThat(store.members().count("entries")).isZero();
  }

  @Test
  void ipv6NetworkIsOneAddress() {
    StoredEntryLimit limit = limit(4);
    limit.admit("a", "2001:db8::1", LIFE);
    limit.admit("b", "[2001:db8:0:0:1::1]", LIFE);
    limit.admit("c", "2001:db8::3", LIFE);
    assertThat(limit.admit("d", "2001:db8:0:0:ffff::9", LIFE)).isFalse();
    assertThat(limit.admit("d", "2001:db8:0:1::1", LIFE)).isTrue();
  }

  @Test
  void oneEntryIsPossible() {
    StoredEntryLimit limit = limit(1);
    assertThat(limit.admit("a", FIRST, LIFE)).isTrue();
    assertThat(limit.admit("b", FIRST, LIFE)).isFalse();
    assertThat(limit.admit("b", SECOND, LIFE)).isTrue();
    assertThat(removed).containsExactly("a");
  }

  @Test
  void concurrentRequestsDoNotExceedTheShare() throws Exception {
    StoredEntryLimit limit = limit(40);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Boolean>> requests =
          IntStream.range(0, 200)
              .<Callable<Boolean>>mapToObj(i -> () -> limit.admit("entry" + i, FIRST, LIFE))
              .toList();
      int admitted = 0;
      for (Future<Boolean> one : threads.invokeAll(requests)) {
        admitted += one.get() ? 1 : 0;
      }
      assertThat(admitted).isLessThanOrEqualTo(30);
      assertThat(store.members().count("entries")).isEqualTo(admitted);
    } finally {
      threads.shutdownNow();
    }
  }
}
