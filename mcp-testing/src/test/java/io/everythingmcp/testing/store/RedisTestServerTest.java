package io.everythingmcp.testing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;
import redis.clients.jedis.Jedis;

class RedisTestServerTest {
  @Test
  void serverIsEmptyAfterARestartOnTheSamePort() {
    try (RedisTestServer redis = RedisTestServer.run()) {
      try (Jedis client = new Jedis(redis.url())) {
        client.set("a", "1");
        assertThat(client.dbSize()).isEqualTo(1);
      }
      redis.stop();
      redis.start();
      try (Jedis client = new Jedis("127.0.0.1", redis.port())) {
        assertThat(client.dbSize()).isZero();
      }
    }
  }

  @Test
  void programIsThatOfTheVariableThenOfThePathThenEmbedded(@TempDir Path folder) throws Exception {
    Path program = Files.createFile(folder.resolve("redis-server"));
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Map<String, String> path = Map.of("PATH", "/nowhere" + File.pathSeparator + folder);
    assertThat(RedisTestServer.program(Map.of("REDIS_SERVER", "/named"), Optional::empty))
        .isEqualTo("/named");
    assertThat(RedisTestServer.program(path, Optional::empty)).isEqualTo(program.toString());
    assertThat(RedisTestServer.program(Map.of(), () -> Optional.of(new File("/embedded"))))
        .isEqualTo(new File("/embedded").getPath());
  }

  @Test
  void withoutAProgramTheTestIsAborted() {
    assertThatThrownBy(() -> RedisTestServer.program(Map.of("PATH", "/nowhere"), Optional::empty))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContainingAll("redis-server", "REDIS_SERVER", "embedded-redis");
  }
}
