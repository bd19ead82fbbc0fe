package io.everythingmcp.conformance.instances;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.RedisCli;
import io.everythingmcp.conformance.harness.RedisServer;
import io.everythingmcp.conformance.harness.Rpc;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.ServerProcess;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What requests cost in Redis, as Redis sees it. */
class RoundTripsIT {
  private static final Logger LOG = LoggerFactory.getLogger(RoundTripsIT.class);

  private static final int CALLS = 50;

  private static RedisServer redis;
  private static ServerProcess server;

  @BeforeAll
  static void start() {
    redis = RedisServer.start();
    server =
        ServerLaunch.with("AUTH_MODE", "none", "STORE", "redis", "REDIS_URL", redis.url()).start();
  }

  @AfterAll
  static void stop() {
    server.close();
    redis.close();
  }

  /** The commands that name a session while it calls a tool again and again. */
  private static List<String> during(BiConsumer<McpSession, Integer> call) {
    McpSession session = McpSession.open(server.client(), "2025-11-25");
    try (RedisCli watching = redis.cli();
        RedisCli marking = redis.cli()) {
      Runnable work = () -> IntStream.range(0, CALLS).forEach(i -> call.accept(session, i));
      return watching.during(marking, work).stream()
          .filter(line -> line.contains(session.id()) && !line.contains("SUBSCRIBE"))
          .toList();
    }
  }

  @Test
  void anOrdinaryCallIsOneRoundTrip() {
    List<String> commands = during((session, i) -> session.call("echo", "{'message':'hi'}"));
    assertThat(commands).hasSize(CALLS).allMatch(line -> line.contains("\"GETEX\""));
  }

  @Test
  void aCallThatReportsProgressIsAFewMore() {
    List<String> commands =
        during((session, i) -> session.post(Rpc.steps(i, 0, 2)).send().events().rest());
    LOG.info(
        "Round trips to Redis: 1 for an ordinary call, "
            + commands.size() / CALLS
            + " for one that reports two steps");
    assertThat(commands.size() / CALLS).isBetween(10, 30);
  }
}
