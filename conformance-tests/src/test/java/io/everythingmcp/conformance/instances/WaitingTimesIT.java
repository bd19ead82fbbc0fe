package io.everythingmcp.conformance.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.RedisCli;
import io.everythingmcp.conformance.harness.RedisServer;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.ServerProcess;
import io.everythingmcp.conformance.harness.SseStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Timeouts and lifetimes of minutes, read from the TTLs in Redis. */
class WaitingTimesIT {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  /** Maximum age of an entry before this test reads it. */
  private static final Duration SEEN = Duration.ofSeconds(30);

  private static RedisServer redis;
  private static RedisCli cli;
  private static ServerProcess server;

  @BeforeAll
  static void start() {
    redis = RedisServer.start();
    cli = redis.cli();
    server =
        ServerLaunch.with("AUTH_MODE", "none", "STORE", "redis", "REDIS_URL", redis.url()).start();
  }

  @AfterAll
  static void stop() {
    server.close();
    cli.close();
    redis.close();
  }

  private static McpSession session(String capabilities) {
    return McpSession.open(server.client(), "2025-11-25", capabilities);
  }

  private static Duration remaining(String key) {
    return Duration.ofMillis((Long) cli.call("PTTL", key));
  }

  /** Returns the time of the clock of Redis. */
  private static double now() {
    return Double.parseDouble(cli.list("TIME").get(0)) * 1000;
  }

  /** Returns the only pending input request. */
  private static String pendingInputRequest() {
    List<String> open = cli.list("ZRANGE", "mcp:questions", "0", "-1");
    assertThat(open).hasSize(1);
    return open.get(0);
  }

  private static double overdue(String inputRequest) {
    return Double.parseDouble((String) cli.call("ZSCORE", "mcp:questions", inputRequest));
  }

  @ParameterizedTest
  @CsvSource({"elicitInputs, elicitation, 10", "sampleLLM, sampling, 10", "listRoots, roots, 1"})
  void inputResponse(String tool, String capability, int minutes) {
    McpSession session = session("{'" + capability + "':{}}");
    String arguments = tool.equals("sampleLLM") ? "{'prompt':'hi'}" : "{}";
    SseStream stream = session.post(JsonRpcMessages.call(1, tool, arguments)).send().events();
    assertThat(stream.message().has("method")).isTrue();

    String inputRequest = pendingInputRequest();
    double left = overdue(inputRequest) - now();
    assertThat(left)
        .isBetween(
            (double) Duration.ofMinutes(minutes).minus(SEEN).toMillis(),
            (double) Duration.ofMinutes(minutes).plusSeconds(3).toMillis());
    assertThat(remaining("mcp:question:" + inputRequest))
        .isGreaterThan(Duration.ofMinutes(minutes));

    // Expires the key in Redis.
    cli.call("ZADD", "mcp:questions", "1", inputRequest);
    JsonNode withdrawn = stream.message();
    assertThat(withdrawn.path("method").asText()).isEqualTo("notifications/cancelled");
    JsonNode reply = stream.message();
    assertThat(reply.path("id").asInt()).as(reply.toString()).isEqualTo(1);
    assertThat(reply.toString()).contains("did not respond in time");
    assertThat(cli.list("ZRANGE", "mcp:questions", "0", "-1")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', 600000",
    "'{\"ttl\":3599999}', 3599999",
    "'{\"ttl\":3600000}', 3600000",
    "'{\"ttl\":3600001}', 3600000"
  })
  void task(String asked, long kept) {
    McpSession session = session("{}");
    ObjectNode call = JsonRpcMessages.call(1, "longRunningOperation", "{'duration':0.1,'steps':1}");
    ((ObjectNode) call.get("params")).set("task", JsonTrees.object(asked.isEmpty() ? "{}" : asked));
    JsonNode task = session.post(call).send().reply().path("result").path("task");
    assertThat(task.path("ttl").asLong()).as(task.toString()).isEqualTo(kept);
    assertThat(remaining("mcp:task:" + task.path("taskId").asText()))
        .isBetween(Duration.ofMillis(kept).minus(SEEN), Duration.ofMillis(kept));
  }

  @Test
  void streamLog() {
    McpSession session = session("{'elicitation':{}}");
    SseStream stream =
        session.post(JsonRpcMessages.call(1, "collectDetails", "{}")).send().events();
    JsonNode inputRequest = stream.message();
    List<String> logs = cli.keys("mcp:events:" + session.id() + ":*");
    assertThat(logs).hasSize(1);
    assertThat(remaining(logs.get(0))).isBetween(HOUR.minus(SEEN), HOUR);

    session.post(JsonRpcMessages.result(inputRequest.get("id"), "{'action':'decline'}")).send();
    assertThat(stream.rest()).isNotEmpty();
    await()
        .untilAsserted(
            () -> assertThat(remaining(logs.get(0))).isBetween(MINUTE.minus(SEEN), MINUTE));
  }
}
