package io.everythingmcp.conformance.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.RedisServer;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.ServerProcess;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Commands to Redis are logged at DEBUG, without values and ids. */
class RedisLogIT {
  private static List<String> lines(ServerProcess server) {
    return server.linesAfter(0).stream()
        .filter(line -> line.contains("everythingmcp.redis"))
        .toList();
  }

  @Test
  void commandsAreLoggedAtDebugWithoutValuesAndIds() {
    try (RedisServer redis = RedisServer.start();
        ServerProcess server =
            ServerLaunch.with(
                    "STORE",
                    "redis",
                    "REDIS_URL",
                    redis.url(),
                    "LOG_FORMAT",
                    "json",
                    "LOG_LEVEL",
                    "DEBUG")
                .start()) {
      McpSession session = McpSession.open(server.client(), "2025-11-25");
      session.call("echo", "{'message':'a-text-of-the-test'}");
      await()
          .untilAsserted(
              () ->
                  assertThat(lines(server))
                      .anyMatch(line -> line.contains("GETEX session:* "))
                      .anyMatch(line -> line.contains("SET session:* "))
                      .allMatch(line -> line.contains(" ms")));
      assertThat(lines(server))
          .noneMatch(line -> line.contains(session.id()) || line.contains("a-text-of-the-test"));
    }
  }

  @Test
  void commandsAreNotLoggedAtInfo() {
    try (RedisServer redis = RedisServer.start();
        ServerProcess server =
            ServerLaunch.with("STORE", "redis", "REDIS_URL", redis.url(), "LOG_FORMAT", "json")
                .start()) {
      McpSession.open(server.client(), "2025-11-25").call("echo", "{'message':'hi'}");
      assertThat(lines(server)).isEmpty();
    }
  }
}
