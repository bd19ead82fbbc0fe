package io.everythingmcp.server.store.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.testing.store.StoreContract;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MemoryStoreTest extends StoreContract {
  @Override
  public StateStore open() {
    return new MemoryStore();
  }

  @Override
  protected String kind() {
    return "memory";
  }

  @Test
  void sweepRemovesExpiredEntries() {
    try (MemoryStore store = new MemoryStore()) {
      Duration soon = Duration.ofMillis(50);
      store.values("a:", String.class).put("ends", "", soon);
      store.values("a:", String.class).put("stays", "", Duration.ofHours(1));
      store.logs().append("log", "", 10, soon);
      assertThat(store.sizes()).containsExactly(2, 1);
      await()
          .untilAsserted(
              () -> {
                store.sweep();
                assertThat(store.sizes()).containsExactly(1, 0);
              });
    }
  }
}
