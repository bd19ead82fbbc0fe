package io.everythingmcp.server.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.everythingmcp.conformance.harness.FreePort;
import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.testing.store.RedisTestServer;
import io.everythingmcp.testing.store.StoreContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol;

/** The store on a cluster of three nodes behaves as on one server. */
class RedisClusterTest extends StoreContract {
  private static final int SLOTS = 16_384;
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final ExecutorService EXECUTOR = Executors.newCachedThreadPool();
  private static final List<RedisTestServer> NODES = new ArrayList<>();

  @BeforeAll
  static void start() {
    for (int i = 0; i < 3; i++) {
      NODES.add(
          RedisTestServer.run(
              "--cluster-enabled", "yes", "--cluster-port", Integer.toString(FreePort.find())));
    }
    for (int i = 0; i < 3; i++) {
      int from = SLOTS * i / 3;
      int to = SLOTS * (i + 1) / 3;
      try (Jedis node = jedis(i)) {
        node.clusterAddSlots(IntStream.range(from, to).toArray());
        node.sendCommand(
            Protocol.Command.CLUSTER,
            "MEET",
            "127.0.0.1",
            Integer.toString(NODES.get(0).port()),
            busPort(0));
      }
    }
    await().atMost(SOON).until(() -> IntStream.range(0, 3).allMatch(RedisClusterTest::complete));
  }

  private static String busPort(int node) {
    try (Jedis jedis = jedis(node)) {
      return jedis.configGet("cluster-port").get("cluster-port");
    }
  }

  private static Jedis jedis(int node) {
    return new Jedis("127.0.0.1", NODES.get(node).port());
  }

  private static boolean complete(int node) {
    try (Jedis jedis = jedis(node)) {
      String info = jedis.clusterInfo();
      return info.contains("cluster_state:ok") && info.contains("cluster_known_nodes:3");
    }
  }

  @AfterAll
  static void stop() {
    EXECUTOR.shutdownNow();
    NODES.forEach(RedisTestServer::close);
  }

  @Override
  public StateStore open() {
    return new RedisStore("redis-cluster://127.0.0.1:" + NODES.get(0).port(), EXECUTOR);
  }

  @Override
  protected String kind() {
    return "redis";
  }

  @Test
  void keysAreDistributedAndMovedSlotsFollowed() {
    for (int i = 0; i < 100; i++) {
      store().values("spread:", String.class).put("key-" + i, "value", SOON);
    }
    assertThat(IntStream.range(0, 3).mapToLong(RedisClusterTest::keys)).allMatch(n -> n > 10);
    int slot = redis.clients.jedis.util.JedisClusterCRC16.getSlot("moving:key");
    int from = slot * 3 / SLOTS;
    int to = (from + 1) % 3;
    String target = id(to);
    try (Jedis old = jedis(from);
        Jedis next = jedis(to)) {
      old.clusterSetSlotMigrating(slot, target);
      next.clusterSetSlotImporting(slot, id(from));
      store().values("moving:", String.class).put("key", "asked", SOON);
      assertThat(store().values("moving:", String.class).get("key")).contains("asked");
      assertThat(getAsync("moving:")).contains("asked");
      // Keys of other tests that are in this slot would prevent the move.
      old.clusterGetKeysInSlot(slot, 100).forEach(old::del);
      old.clusterSetSlotNode(slot, target);
      next.clusterSetSlotNode(slot, target);
    }
    assertThat(getAsync("moving:")).contains("asked");
    assertThat(store().values("moving:", String.class).get("key")).contains("asked");
    assertThat(getAsync("moving:")).contains("asked");
  }

  private Optional<String> getAsync(String prefix) {
    return store()
        .values(prefix, String.class)
        .touchAsync("key", SOON)
        .toCompletableFuture()
        .join();
  }

  private static long keys(int node) {
    try (Jedis jedis = jedis(node)) {
      return jedis.dbSize();
    }
  }

  private static String id(int node) {
    try (Jedis jedis = jedis(node)) {
      return jedis.clusterMyId();
    }
  }

  @Test
  void messageOfOneNodeIsReceivedAtAnother() {
    AtomicInteger heard = new AtomicInteger();
    StateStore other = new RedisStore("redis-cluster://127.0.0.1:" + NODES.get(2).port(), EXECUTOR);
    other.signals().subscribe("far", message -> heard.addAndGet(message.equals("word") ? 1 : 0));
    await()
        .atMost(SOON)
        .until(
            () -> {
              store().signals().publish("far", "word");
              return heard.get() > 3;
            });
    other.close();
  }
}
