package io.everythingmcp.server.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.StoreUnavailableException;
import io.everythingmcp.testing.store.ConcurrentRun;
import io.everythingmcp.testing.store.RedisTestServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.args.ClientType;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.params.ClientKillParams;

class RedisOutageTest {
  private static final Logger LOG = LoggerFactory.getLogger(RedisOutageTest.class);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Documented duration, on an idle machine. */
  private static final Duration PROMISED = Duration.ofSeconds(2);

  @AutoClose private final RedisTestServer redis = RedisTestServer.run();

  @AutoClose("shutdownNow")
  private final ExecutorService executor = Executors.newCachedThreadPool();

  @AutoClose private final RedisStore store = new RedisStore(redis.url(), 8, executor);
  private final KeyValueStore<String> values = store.values("values:", String.class);

  @BeforeEach
  void use() {
    values.put("a", "one", MINUTE);
    store.logs().append("log", "entry", 10, MINUTE);
  }

  /** Returns the duration until a call fails with the expected exception. */
  private static Duration failing(ThrowingCallable call) {
    long begun = System.nanoTime();
    assertThatThrownBy(call).isInstanceOf(StoreUnavailableException.class);
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /**
   * Succeeds if one attempt is fast enough: other processes delay attempts, but a hanging call is
   * never in time.
   */
  private static void awaitPromised(Duration promised, Callable<Duration> attempt) {
    await()
        .atMost(Duration.ofMinutes(1))
        .pollDelay(Duration.ZERO)
        .until(attempt, taken -> taken.compareTo(promised) < 0);
  }

  private static Duration longest(int threads, ThrowingCallable call) throws Exception {
    List<List<Duration>> waits =
        ConcurrentRun.call(threads, thread -> List.of(failing(call), failing(call), failing(call)));
    return waits.stream().flatMap(List::stream).max(Duration::compareTo).orElseThrow();
  }

  private Optional<String> getAsync(String key) {
    try {
      return values.touchAsync(key, MINUTE).toCompletableFuture().join();
    } catch (CompletionException e) {
      throw (RuntimeException) e.getCause();
    }
  }

  private List<ThrowingCallable> everyCall() {
    return List.of(
        () -> values.get("a"),
        () -> values.touch("a", MINUTE),
        () -> getAsync("a"),
        () -> values.put("a", "two", MINUTE),
        () -> values.putIfAbsent("a", "two", MINUTE),
        () -> values.update("a", old -> "two"),
        () -> values.take("a"),
        () -> values.remove("a"),
        () -> store.logs().append("log", "entry", 10, MINUTE),
        () -> store.logs().read("log", 0, 10),
        () -> store.logs().claim("log", "reader", 0, 10),
        () -> store.logs().claimed("log"),
        () -> store.logs().exists("log"),
        () -> store.logs().expire("log", MINUTE),
        () -> store.logs().remove("log"),
        () -> store.members().add("set", "a", MINUTE),
        () -> store.members().remove("set", "a"),
        () -> store.members().count("set"),
        () -> store.members().list("set"),
        () -> store.members().overdue("set", 10),
        () -> store.signals().publish("channel", "message"));
  }

  @Test
  void stoppedRedisFailsQuicklyAndRecovers() {
    List<String> heard = new CopyOnWriteArrayList<>();
    List<String> heardLater = new CopyOnWriteArrayList<>();
    store.signals().subscribe("channel", heard::add);
    await().until(() -> heard.contains(""));

    redis.stop();
    assertThat(everyCall()).allSatisfy(call -> awaitPromised(PROMISED, () -> failing(call)));
    assertThat(store.available()).isFalse();
    store.signals().subscribe("other", heardLater::add);

    heard.clear();
    redis.start();
    await().until(store::available);
    values.put("a", "three", MINUTE);
    assertThat(values.update("a", old -> old + "!")).contains("three!");
    assertThat(store.logs().append("log", "entry", 10, MINUTE)).isEqualTo(1);
    await().untilAsserted(() -> assertThat(heard).containsExactly(""));
    await().untilAsserted(() -> assertThat(heardLater).containsExactly(""));
    store.signals().publish("channel", "message");
    await().untilAsserted(() -> assertThat(heard).containsExactly("", "message"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void stalledRedisFailsManyCallsQuicklyAndRecovers() throws Exception {
    redis.stall();
    awaitPromised(
        PROMISED.plusMillis(500),
        () -> {
          Duration longest = longest(40, () -> values.touch("a", MINUTE));
          LOG.info(
              "Redis hangs, 40 threads on 8 connections: the longest call took {} ms",
              longest.toMillis());
          return longest;
        });
    redis.resume();
    await().until(store::available);
    assertThat(values.get("a")).contains("one");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void stalledRedisFailsAsyncCallsQuickly() throws Exception {
    redis.stall();
    awaitPromised(PROMISED.plusMillis(500), () -> longest(100, () -> getAsync("a")));
    redis.resume();
    await().until(store::available);
    assertThat(getAsync("a")).contains("one");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void subscribingDoesNotBlockOnAStalledRedis() {
    List<String> heard = new CopyOnWriteArrayList<>();
    redis.stall();
    long begun = System.nanoTime();
    for (int i = 0; i < 10_000; i++) {
      store.signals().subscribe("channel:" + i, message -> {}).close();
    }
    store.signals().subscribe("channel", heard::add);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PROMISED);
    redis.resume();
    await().until(() -> heard.contains(""));
  }

  @Test
  void laterStartedRedisIsConnected() {
    redis.stop();
    List<String> heard = new CopyOnWriteArrayList<>();
    try (RedisStore early = new RedisStore(redis.url(), executor)) {
      assertThat(early.available()).isFalse();
      early.signals().subscribe("channel", heard::add);
      redis.start();
      await().until(early::available);
      await().untilAsserted(() -> assertThat(heard).containsExactly(""));
    }
  }

  @Test
  void closedIdleConnectionsAreReplaced() throws Exception {
    try (Jedis admin = new Jedis("127.0.0.1", redis.port())) {
      for (int round = 0; round < 20; round++) {
        boolean async = round % 2 == 0;
        ConcurrentRun.call(8, thread -> values.get("a"));
        admin.clientKill(
            new ClientKillParams().type(ClientType.NORMAL).skipMe(ClientKillParams.SkipMe.YES));
        assertThat(async ? getAsync("a") : values.touch("a", MINUTE)).contains("one");
        assertThat(store.logs().append("log", "entry", 100, MINUTE)).isEqualTo(round + 2);
      }
    }
  }

  @Test
  void closedConnectionsFailOnlyInFlightCalls() throws Exception {
    int rounds = 100;
    AtomicInteger calls = new AtomicInteger();
    List<Integer> failures =
        ConcurrentRun.call(
            5,
            thread -> {
              int failed = 0;
              if (thread == 0) {
                try (Jedis admin = new Jedis("127.0.0.1", redis.port())) {
                  for (int i = 0; i < rounds; i++) {
                    admin.clientKill(
                        new ClientKillParams()
                            .type(ClientType.NORMAL)
                            .skipMe(ClientKillParams.SkipMe.YES));
                    int enough = Math.min(calls.get() + 20, 4 * 2_000);
                    await()
                        .pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> calls.get() >= enough);
                  }
                }
              } else {
                for (int i = 0; i < 2_000; i++) {
                  Throwable thrown =
                      catchThrowable(() -> store.logs().append("busy", "entry", 10, MINUTE));
                  assertThat(thrown == null || thrown instanceof StoreUnavailableException)
                      .isTrue();
                  failed += thrown == null ? 0 : 1;
                  calls.incrementAndGet();
                }
              }
              return failed;
            });
    LOG.info(
        "Connections cut {} times under load: {} of 2000 calls per thread failed",
        rounds,
        failures);
    assertThat(failures).allSatisfy(failed -> assertThat(failed).isLessThanOrEqualTo(rounds * 2));
    assertThat(values.get("a")).contains("one");
  }

  @Test
  void fullRedisRejectsWritesOnly() {
    try (Jedis admin = new Jedis("127.0.0.1", redis.port())) {
      values.update("a", old -> "one");
      admin.configSet("maxmemory", "1");
      assertThat(values.get("a")).contains("one");
      assertThat(store.logs().read("log", 0, 10)).hasSize(1);
      failing(() -> values.put("a", "two", MINUTE));
      failing(() -> values.update("a", old -> "two"));
      failing(() -> store.logs().append("log", "entry", 10, MINUTE));
      failing(() -> store.members().add("set", "a", MINUTE));
      assertThat(values.remove("a")).isTrue();
      admin.configSet("maxmemory", "0");
      assertThat(store.logs().append("log", "entry", 10, MINUTE)).isEqualTo(2);
    }
  }

  @Test
  void programmingErrorIsNoOutage() {
    store.members().add("set", "a", MINUTE);
    assertThatThrownBy(() -> store.values("", String.class).get("set"))
        .isInstanceOf(JedisDataException.class)
        .hasMessageContaining("WRONGTYPE");
    assertThatThrownBy(() -> store.logs().append("set", "entry", 10, MINUTE))
        .isInstanceOf(JedisDataException.class);
    assertThatThrownBy(() -> store.logs().claim("set", "reader", 0, 1))
        .isInstanceOf(JedisDataException.class);
  }

  @Test
  void tlsWithAPlainRedisIsUnavailable() {
    try (RedisStore tls = new RedisStore(redis.url().replace("redis:", "rediss:"), executor)) {
      assertThat(tls.available()).isFalse();
      assertThat(failing(() -> tls.logs().exists("log"))).isLessThan(PROMISED);
    }
  }

  @Test
  void recordsOfALaterVersionAreRead() {
    record Known(String a) {}
    store.values("values:", Map.class).put("b", Map.of("a", "x", "later", 1), MINUTE);
    assertThat(store.values("values:", Known.class).get("b")).contains(new Known("x"));
  }
}
