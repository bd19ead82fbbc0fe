package io.everythingmcp.idp;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.idp.state.MemoryState;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class MemoryStateTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final MemoryState state = new MemoryState(3, now::get);

  @Test
  void valueExpires() {
    state.put("a", "1", MINUTE);
    assertThat(state.get("a")).contains("1");
    assertThat(state.putIfAbsent("a", "2", MINUTE)).isFalse();
    now.set(Instant.EPOCH.plus(MINUTE));
    assertThat(state.get("a")).isEmpty();
    assertThat(state.take("a")).isEmpty();
    assertThat(state.putIfAbsent("a", "2", MINUTE)).isTrue();
    assertThat(state.take("a")).contains("2");
    assertThat(state.take("a")).isEmpty();
  }

  @Test
  void fullStateEvictsExpiredThenOldest() {
    state.put("old", "1", MINUTE.multipliedBy(9));
    state.put("brief", "2", MINUTE);
    state.put("young", "3", MINUTE.multipliedBy(9));
    now.set(Instant.EPOCH.plus(MINUTE));
    state.put("fourth", "4", MINUTE);
    assertThat(state.get("old")).contains("1");
    state.put("fifth", "5", MINUTE);
    assertThat(state.get("old")).isEmpty();
    assertThat(state.get("young")).contains("3");
  }
}
