package io.everythingmcp.server.protocol.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.server.store.memory.MemoryStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Limits of stored values per owner. */
class StoreBackedFeatureStorageTest {
  private final MemoryStore store = new MemoryStore();

  @AfterEach
  void close() {
    store.close();
  }

  private static int room(StoreBackedFeatureStorage scope) {
    int kept = 0;
    while (!scope.isFull() && kept < 10_000) {
      scope.put("thing " + kept++, "");
    }
    return kept;
  }

  @Test
  void sessionHasALimit() {
    assertThat(room(StoreBackedFeatureStorage.ofSession(store, "one")))
        .isEqualTo(StoreBackedFeatureStorage.MOST);
    assertThat(StoreBackedFeatureStorage.ofSession(store, "two").isFull()).isFalse();
  }

  @Test
  void unauthenticatedCallersShareALimit() {
    StoreBackedFeatureStorage one =
        StoreBackedFeatureStorage.ofCaller(store, CallerIdentity.anonymous("none"));
    StoreBackedFeatureStorage another =
        StoreBackedFeatureStorage.ofCaller(store, CallerIdentity.anonymous("none"));
    assertThat(room(one)).isEqualTo(StoreBackedFeatureStorage.MOST_OF_ALL);
    assertThat(another.isFull()).isTrue();
  }

  @Test
  void removalReleasesTheLimit() {
    StoreBackedFeatureStorage scope =
        StoreBackedFeatureStorage.ofCaller(store, CallerIdentity.anonymous("none"));
    room(scope);
    scope.remove("thing 7");
    assertThat(scope.isFull()).isFalse();
  }

  @Test
  void valuesOfACallerAreNotListed() {
    StoreBackedFeatureStorage scope =
        StoreBackedFeatureStorage.ofCaller(store, CallerIdentity.anonymous("none"));
    scope.put("thing", "");
    assertThat(scope.keys("")).isEmpty();
    assertThat(scope.get("thing")).isPresent();
  }
}
