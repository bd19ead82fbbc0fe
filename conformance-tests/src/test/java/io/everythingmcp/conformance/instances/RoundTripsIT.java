package io.everythingmcp.conformance.instances;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.RedisCli;
import io.everythingmcp.conformance.harness.RedisServer;
import io.everythingmcp.conformance.harness.Rpc;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.ServerProcess;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What requests cost in Redis, as Redis sees it. */
class RoundTripsIT {
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

  /** The commands that name a session, and those that wake who listens to one. */
  private static List<String> during(McpSession session, Runnable work) {
    try (RedisCli watching = redis.cli();
        RedisCli marking = redis.cli()) {
      return watching.during(marking, work).stream()
          .filter(line -> line.contains(session.id()) && !line.contains("SUBSCRIBE"))
          .toList();
    }
  }

  @Test
  void anOrdinaryCallIsOneRoundTrip() {
    McpSession session = McpSession.open(server.client(), "2025-11-25");
    List<String> commands =
        during(
            session,
            () -> {
              for (int i = 0; i < CALLS; i++) {
                session.call("echo", "{'message':'hi'}");
              }
            });
    assertThat(commands).hasSize(CALLS).allMatch(line -> line.contains("\"GETEX\""));
  }

  @Test
  void aCallThatReportsProgressIsAFewMore() {
    McpSession session = McpSession.open(server.client(), "2025-11-25");
    List<String> commands =
        during(
            session,
            () -> {
              for (int i = 0; i < CALLS; i++) {
                ObjectNode call = Rpc.call(i, "longRunningOperation", "{'duration':0,'steps':2}");
                ((ObjectNode) call.get("params")).putObject("_meta").put("progressToken", i);
                session.post(call).send().events().rest();
              }
            });
    System.out.println(
        "Round trips to Redis: 1 for an ordinary call, "
            + commands.size() / CALLS
            + " for one that reports two steps");
    assertThat(commands.size() / CALLS).isBetween(10, 30);
  }
}
