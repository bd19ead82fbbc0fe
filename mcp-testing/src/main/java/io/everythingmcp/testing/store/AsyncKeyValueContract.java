package io.everythingmcp.testing.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.StateStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Asynchronous access to the store has the same results. */
interface AsyncKeyValueContract {
  Duration LIFE = Duration.ofMinutes(5);
  int CALLERS = 8;

  StateStore store();

  /** Returns a unique name. */
  String name();

  private KeyValueStore<String> values() {
    return store().values(name() + ":", String.class);
  }

  private Optional<String> getAsync(String key) {
    return values().touchAsync(key, LIFE.multipliedBy(2)).toCompletableFuture().join();
  }

  @Test
  default void asyncResultIsTheSame() {
    assertThat(getAsync("a")).isEmpty();
    values().put("a", "1", LIFE);
    assertThat(getAsync("a")).contains("1");
    assertThat(values().remaining("a").orElseThrow()).isGreaterThan(LIFE);
    values().remove("a");
    assertThat(getAsync("a")).isEmpty();
  }

  @Test
  default void concurrentAsyncResultsAreSeparate() throws Exception {
    for (int i = 0; i < 100; i += 2) {
      values().put("key-" + i, "value-" + i, LIFE);
    }
    List<List<CompletionStage<Optional<String>>>> answers =
        ConcurrentRun.call(
            CALLERS,
            thread ->
                IntStream.range(0, 1_000)
                    .mapToObj(i -> values().touchAsync("key-" + i % 100, LIFE))
                    .toList());
    for (List<CompletionStage<Optional<String>>> ofThread : answers) {
      for (int i = 0; i < ofThread.size(); i++) {
        Optional<String> expected = i % 2 == 0 ? Optional.of("value-" + i % 100) : Optional.empty();
        assertThat(ofThread.get(i).toCompletableFuture().get(30, TimeUnit.SECONDS))
            .isEqualTo(expected);
      }
    }
  }

  @Test
  default void continuationMayBlockOnTheStore() {
    values().put("a", "1", LIFE);
    List<CompletableFuture<Optional<String>>> all =
        IntStream.range(0, 500)
            .mapToObj(
                i ->
                    values()
                        .touchAsync("a", LIFE)
                        .thenApply(found -> values().get("a"))
                        .toCompletableFuture())
            .toList();
    assertThat(all).allSatisfy(one -> assertThat(one.get(30, TimeUnit.SECONDS)).contains("1"));
  }
}
