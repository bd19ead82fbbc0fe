package io.everythingmcp.server.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.everythingmcp.server.store.AppendOnlyLogs.Entry;
import io.everythingmcp.testing.store.RedisTestServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

/** Registered instances, and the cleanup after a failed instance. */
class RedisInstanceRegistryTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration LONG = Duration.ofSeconds(20);

  @AutoClose private static final RedisTestServer REDIS = RedisTestServer.run();

  @AutoClose("shutdownNow")
  private final ExecutorService executor = Executors.newCachedThreadPool();

  @AutoClose private final RedisStore store = new RedisStore(REDIS.url(), 4, executor);
  @AutoClose private final Jedis redis = new Jedis("127.0.0.1", REDIS.port());

  @BeforeEach
  void empty() {
    redis.flushAll();
  }

  @Test
  void stoppedInstanceIsDetectedAndRunningOneIsNot() {
    RedisStore other = new RedisStore(REDIS.url(), 1, executor);
    String name = other.instances().self();
    assertThat(name).isNotEqualTo(store.instances().self());
    assertThat(store.instances().isRunning("unknown-id")).as("initially unknown").isTrue();
    await().atMost(LONG).until(() -> !store.instances().isRunning("unknown-id"));
    assertThat(store.instances().isRunning(name)).isTrue();
    other.close();
    assertThat(store.instances().isRunning(name)).isFalse();
    assertThat(store.instances().isRunning(store.instances().self())).isTrue();
  }

  @Test
  void instanceKeyExpires() {
    await().until(() -> store.available());
    assertThat(redis.pttl("store:instance:" + store.instances().self())).isBetween(1L, 10_000L);
  }

  @Test
  void unfinishedClaimIsRestored() {
    for (String text : List.of("a", "b", "c")) {
      store.logs().append("log", text, 10, MINUTE);
    }
    assertThat(store.logs().claim("log", "one", 0, 2)).hasSize(2);
    assertThat(store.logs().claim("log", "one", 0, 2))
        .containsExactly(new Entry(1, "a"), new Entry(2, "b"));
    assertThat(store.logs().claim("log", "two", 0, 2)).containsExactly(new Entry(3, "c"));
    assertThat(store.logs().claim("log", "one", 1, 2)).containsExactly(new Entry(2, "b"));
    assertThat(store.logs().claim("log", "one", 2, 2)).isEmpty();
  }
}
