package io.everythingmcp.server.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.everythingmcp.conformance.harness.FreePort;
import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.StoreUnavailableException;
import io.everythingmcp.testing.store.RedisTestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/** Failover from a failed master to its replica by a sentinel. */
class RedisSentinelTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir Path folder;
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private RedisTestServer master;
  private RedisTestServer replica;
  private Process sentinel;
  private int port;

  @BeforeEach
  void start() throws IOException {
    master = RedisTestServer.run();
    replica = RedisTestServer.run("--replicaof", "127.0.0.1 " + master.port());
    port = FreePort.find();
    Path file = folder.resolve("sentinel.conf");
    Files.writeString(
        file,
        String.join(
            "\n",
            "port " + port,
            "bind 127.0.0.1",
            "dir " + folder,
            "sentinel monitor everything 127.0.0.1 " + master.port() + " 1",
            "sentinel down-after-milliseconds everything 500",
            "sentinel failover-timeout everything 5000",
            ""));
    sentinel =
        new ProcessBuilder(RedisTestServer.program(), file.toString(), "--sentinel")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("sentinel.log").toFile())
            .start();
    await().atMost(SOON).until(this::isReplicaDiscovered);
  }

  private boolean isReplicaDiscovered() {
    try (Jedis asked = new Jedis("127.0.0.1", port)) {
      return asked.sentinelReplicas("everything").stream()
          .anyMatch(known -> "ok".equals(known.get("master-link-status")));
    } catch (JedisException notYet) {
      return false;
    }
  }

  @AfterEach
  void stop() {
    executor.shutdownNow();
    sentinel.destroyForcibly();
    replica.close();
    master.close();
  }

  @Test
  void failoverUsesTheReplica() {
    String url = "redis-sentinel://127.0.0.1:1,127.0.0.1:" + port + "/0#everything";
    List<String> heard = new CopyOnWriteArrayList<>();
    try (RedisStore store = new RedisStore(url, executor)) {
      KeyValueStore<String> values = store.values("values:", String.class);
      store.signals().subscribe("channel", heard::add);
      values.put("a", "before", MINUTE);
      await().until(() -> heard.contains(""));
      await().until(() -> copied("values:a"));

      master.stop();

      assertThatThrownBy(() -> values.put("a", "during", MINUTE))
          .isInstanceOf(StoreUnavailableException.class);
      await().atMost(SOON).until(store::available);
      assertThat(values.get("a")).contains("before");
      values.put("a", "after", MINUTE);
      assertThat(copied("values:a")).isTrue();
      heard.clear();
      await()
          .atMost(SOON)
          .until(
              () -> {
                store.signals().publish("channel", "word");
                return heard.contains("word");
              });
    }
  }

  private boolean copied(String key) {
    try (Jedis jedis = new Jedis("127.0.0.1", replica.port())) {
      return jedis.exists(key);
    }
  }

  @Test
  void unknownMasterIsUnavailable() {
    try (RedisStore store = new RedisStore("redis-sentinel://127.0.0.1:" + port, executor)) {
      assertThat(store.available()).isFalse();
    }
  }
}
