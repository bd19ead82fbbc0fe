package io.everythingmcp.server.tenant;

import static org.assertj.core.api.Assertions.assertThat;

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
}
