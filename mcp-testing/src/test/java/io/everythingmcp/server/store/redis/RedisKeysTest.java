package io.everythingmcp.server.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.everythingmcp.server.store.ExpiringSets;
import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.StoreUnavailableException;
import io.everythingmcp.testing.store.ConcurrentRun;
import io.everythingmcp.testing.store.RedisTestServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

/** Keys in Redis and their lifetimes. */
class RedisKeysTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @AutoClose private static final RedisTestServer REDIS = RedisTestServer.run();

  @AutoClose("shutdownNow")
  private final ExecutorService executor = Executors.newCachedThreadPool();

  @AutoClose private final RedisStore store = new RedisStore(REDIS.url(), 4, executor);
  private Jedis redis;

  @BeforeEach
  void connect() {
    redis = new Jedis("127.0.0.1", REDIS.port());
    redis.flushAll();
  }

  @AfterEach
  void disconnect() {
    redis.close();
  }

  /** Calls every method that writes. */
  private void callEveryWriteMethod() {
    KeyValueStore<String> values = store.values("values:", String.class);
    values.put("put", "text", MINUTE);
    values.putIfAbsent("putIfAbsent", "text", MINUTE);
    values.touch("put", MINUTE);
    values.update("put", old -> old + "!");
    store.values("values:", Map.class).put("record", Map.of("a", 1), MINUTE);
    store.logs().append("log", "entry", 10, MINUTE);
    store.logs().claim("log", "reader", 0, 10);
    store.logs().append("log", "entry", 10, MINUTE);
    store.logs().claim("no log", "reader", 0, 10);
    store.logs().claimed("no log");
    store.members().add("set", "a", MINUTE);
    store.members().add("set", "b", MINUTE);
    store.members().remove("set", "b");
    store.signals().publish("channel", "");
  }

  @Test
  void keysAreThoseOfTheCaller() {
    callEveryWriteMethod();
    assertThat(redis.keys("*"))
        .filteredOn(key -> !key.equals("store:instance:" + store.instances().self()))
        .containsExactlyInAnyOrder(
            "values:put", "values:putIfAbsent", "values:record", "log", "set");
    assertThat(redis.get("values:put")).isEqualTo("text!");
    assertThat(redis.get("values:record")).isEqualTo("{\"a\":1}");
    assertThat(redis.xrange("log", "-", "+"))
        .extracting(entry -> entry.getID().toString())
        .containsExactly("1-0", "2-0");
    assertThat(redis.zrange("set", 0, -1)).containsExactly("a");
  }

  @Test
  void everyKeyHasATtl() {
    callEveryWriteMethod();
    assertThat(redis.keys("*"))
        .isNotEmpty()
        .allSatisfy(key -> assertThat(redis.pttl(key)).isPositive());
    assertThat(redis.pttl("log")).isLessThanOrEqualTo(MINUTE.toMillis());
    assertThat(redis.pttl("values:put")).isLessThanOrEqualTo(MINUTE.toMillis());
  }

  @Test
  void setOutlivesItsMembersByAnHour() {
    ExpiringSets members = store.members();
    members.add("set", "long", Duration.ofHours(5));
    members.add("set", "short", MINUTE);
    assertThat(redis.pttl("set"))
        .isBetween(Duration.ofMinutes(359).toMillis(), Duration.ofHours(6).toMillis());
  }

  @Test
  void membersOverdueForAnHourAreRemoved() {
    redis.zadd("set", minutesAgo(61), "long ago");
    redis.zadd("set", minutesAgo(59), "lately");
    store.members().add("set", "now", MINUTE);
    assertThat(store.members().list("set")).containsExactlyInAnyOrder("lately", "now");
  }

  private static double minutesAgo(int minutes) {
    return (double) Instant.now().minus(Duration.ofMinutes(minutes)).toEpochMilli();
  }

  @Test
  void callIsOneRoundTrip() {
    KeyValueStore<String> values = store.values("values:", String.class);
    store.members().list("set");
    callEveryWriteMethod();
    try (RedisMonitor monitor = new RedisMonitor(REDIS.port())) {
      assertThat(monitor.during(() -> values.get("put"))).containsExactly("GET");
      assertThat(monitor.during(() -> values.touch("put", MINUTE))).containsExactly("GETEX");
      assertThat(monitor.during(() -> values.put("put", "x", MINUTE))).containsExactly("SET");
      assertThat(monitor.during(() -> values.putIfAbsent("put", "y", MINUTE)))
          .containsExactly("SET");
      assertThat(monitor.during(() -> values.update("put", old -> old))).containsExactly("GET");
      assertThat(monitor.during(() -> values.update("put", old -> "z")))
          .containsExactly("GET", "EVALSHA");
      assertThat(monitor.during(() -> values.take("put"))).containsExactly("GETDEL");
      assertThat(monitor.during(() -> values.remove("put"))).containsExactly("DEL");
      assertThat(monitor.during(() -> store.logs().append("log", "x", 9, MINUTE)))
          .containsExactly("EVALSHA");
      assertThat(monitor.during(() -> store.logs().read("log", 0, 10))).containsExactly("XRANGE");
      assertThat(monitor.during(() -> store.logs().claim("log", "reader", 0, 10)))
          .containsExactly("EVALSHA");
      assertThat(monitor.during(() -> store.logs().claimed("log"))).containsExactly("EVALSHA");
      assertThat(monitor.during(() -> store.logs().exists("log"))).containsExactly("EXISTS");
      assertThat(monitor.during(() -> store.logs().expire("log", MINUTE)))
          .containsExactly("PEXPIRE");
      assertThat(monitor.during(() -> store.logs().remove("log"))).containsExactly("DEL");
      assertThat(monitor.during(() -> store.members().add("set", "a", MINUTE)))
          .containsExactly("EVALSHA");
      assertThat(monitor.during(() -> store.members().remove("set", "a"))).containsExactly("ZREM");
      assertThat(monitor.during(() -> store.members().count("set"))).containsExactly("ZCARD");
      assertThat(monitor.during(() -> store.members().list("set"))).containsExactly("ZRANGE");
      store.members().overdue("set", 10);
      assertThat(monitor.during(() -> store.members().overdue("set", 10)))
          .containsExactly("EVALSHA");
      assertThat(monitor.during(() -> store.signals().publish("channel", "")))
          .containsExactly("PUBLISH");
      assertThat(monitor.during(store::available)).as("a heartbeat").isEmpty();
    }
  }

  @Test
  void unknownScriptsAreLoadedAgain() {
    callEveryWriteMethod();
    redis.scriptFlush();
    assertThat(store.logs().append("log", "third", 10, MINUTE)).isEqualTo(3);
    assertThat(store.values("values:", String.class).update("put", old -> "new")).contains("new");
  }

  @Test
  void connectionsAreLimitedAndReturned() throws Exception {
    KeyValueStore<String> values = store.values("values:", String.class);
    ConcurrentRun.call(
        64,
        thread -> {
          for (int i = 0; i < 30; i++) {
            values.put("a", "text", MINUTE);
            store.logs().append("log", "entry", 10, MINUTE);
          }
          return null;
        });
    List<String> clients = redis.clientList().lines().toList();
    assertThat(clients)
        .filteredOn(client -> client.contains("name=everything-server "))
        .hasSizeLessThanOrEqualTo(4);
    assertThat(store.available()).isTrue();
  }

  @Test
  void closingReleasesEverything() {
    RedisStore other = new RedisStore(REDIS.url(), executor);
    other.available();
    other.signals().subscribe("channel", message -> {});
    await().until(() -> listeners() == 2);
    other.close();
    other.close();
    await().until(() -> listeners() == 1);
    assertThat(other.available()).isFalse();
  }

  private long listeners() {
    return redis
        .clientList()
        .lines()
        .filter(client -> client.contains("name=everything-server-listener "))
        .count();
  }

  @Test
  void authenticatesWithUserPasswordAndDatabase() {
    String password = "p ä:/@+%s";
    redis.aclSetUser("ann", "on", ">" + password, "~*", "&*", "+@all");
    String encoded = URLEncoder.encode(password, StandardCharsets.UTF_8).replace("+", "%20");
    String at = "127.0.0.1:" + REDIS.port() + "/3";
    try (RedisStore hers = new RedisStore("redis://ann:" + encoded + "@" + at, executor);
        RedisStore another = new RedisStore("redis://ann:wrong@" + at, executor)) {
      hers.values("values:", String.class).put("a", "hers", MINUTE);
      assertThat(redis.exists("values:a")).isFalse();
      redis.select(3);
      assertThat(redis.get("values:a")).isEqualTo("hers");
      assertThat(another.available()).isFalse();
      assertThat(catchThrowable(() -> another.logs().exists("log")))
          .isInstanceOf(StoreUnavailableException.class);
    }
  }
}
