package io.everythingmcp.server.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.memory.MemoryStore;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TenantScopedStoreTest {
  private static final Duration YEAR = Duration.ofDays(365);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final MemoryStore all = new MemoryStore();
  private final KeyValueStore<String> plain =
      new TenantScopedStore(all, "plain").values("v", String.class);
  private final KeyValueStore<String> bounded =
      new TenantScopedStore(all, "bounded", DAY).values("v", String.class);

  @AfterEach
  void close() {
    all.close();
  }

  @Test
  void timeToLiveIsShortenedToTheLongest() {
    bounded.put("put", "value", YEAR);
    bounded.putIfAbsent("absent", "value", YEAR);
    bounded.put("touched", "value", MINUTE);
    bounded.touch("touched", YEAR);
    for (String key : new String[] {"put", "absent", "touched"}) {
      assertThat(bounded.remaining(key).orElseThrow())
          .as(key)
          .isLessThanOrEqualTo(DAY)
          .isGreaterThan(DAY.minusHours(1));
    }
  }

  @Test
  void shorterTimeToLiveIsKept() {
    bounded.put("key", "value", MINUTE);
    assertThat(bounded.remaining("key").orElseThrow()).isLessThanOrEqualTo(MINUTE);
  }

  @Test
  void withoutALongestTheTimeToLiveIsKept() {
    plain.put("key", "value", YEAR);
    assertThat(plain.remaining("key").orElseThrow()).isGreaterThan(YEAR.minusHours(1));
  }

  @Test
  void tenantsDoNotShareKeys() {
    bounded.put("key", "value", MINUTE);
    assertThat(plain.get("key")).isEmpty();
  }

  @Test
  void timeToLiveIsShortenedInAllPartsOfTheStore() {
    TenantScopedStore brief = new TenantScopedStore(all, "brief", Duration.ofMillis(1));
    brief.values("v", String.class).put("key", "value", Duration.ofMillis(1));
    brief.values("v", String.class).touchAsync("key", YEAR).toCompletableFuture().join();
    brief.common().values("v", String.class).put("common", "value", YEAR);
    brief.logs().append("log", "entry", true, 10, YEAR);
    brief.logs().append("extended", "entry", true, 10, YEAR);
    brief.logs().expire("extended", YEAR);
    brief.members().add("set", "member", YEAR);
    await()
        .untilAsserted(
            () -> {
              assertThat(brief.values("v", String.class).get("key")).isEmpty();
              assertThat(brief.common().values("v", String.class).get("common")).isEmpty();
              assertThat(brief.logs().exists("log")).isFalse();
              assertThat(brief.logs().exists("extended")).isFalse();
              assertThat(brief.members().overdue("set", 1)).containsExactly("member");
            });
  }
}
