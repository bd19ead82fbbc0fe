package io.everythingmcp.conformance.instances;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.RedisCli;
import io.everythingmcp.conformance.harness.RedisServer;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.ServerProcess;
import io.everythingmcp.conformance.oauth.FormLogin;
import io.everythingmcp.conformance.oauth.OAuthDiscovery;
import io.everythingmcp.conformance.oauth.OAuthFlow;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Number of Redis commands per request, as Redis counts them. */
class RoundTripsIT {
  private static final Logger LOG = LoggerFactory.getLogger(RoundTripsIT.class);

  private static final int CALLS = 50;
  private static final String KEY = "an-api-key-of-the-tests";

  private static RedisServer redis;
  private static ServerProcess server;
  private static ServerProcess guarded;

  @BeforeAll
  static void start() {
    redis = RedisServer.start();
    server =
        ServerLaunch.with("AUTH_MODE", "none", "STORE", "redis", "REDIS_URL", redis.url()).start();
    guarded =
        ServerLaunch.with(
                "AUTH_MODE",
                "integrated",
                "AUTH_ALSO",
                "api_key",
                "API_KEYS",
                KEY,
                "STORE",
                "redis",
                "REDIS_URL",
                redis.url())
            .start();
  }

  @AfterAll
  static void stop() {
    guarded.close();
    server.close();
    redis.close();
  }

  private static List<String> during(BiConsumer<McpSession, Integer> call) {
    return during(McpSession.open(server.client(), "2025-11-25"), call);
  }

  /** Returns the commands that name a session or a grant during repeated calls of a tool. */
  private static List<String> during(McpSession session, BiConsumer<McpSession, Integer> call) {
    try (RedisCli watching = redis.cli();
        RedisCli marking = redis.cli()) {
      Runnable work = () -> IntStream.range(0, CALLS).forEach(i -> call.accept(session, i));
      return watching.during(marking, work).stream()
          .filter(line -> line.contains(session.id()) || line.contains("auth:"))
          .filter(line -> !line.contains("SUBSCRIBE"))
          .toList();
    }
  }

  @Test
  void callIsOneRoundTrip() {
    List<String> commands = during((session, i) -> session.call("echo", "{'message':'hi'}"));
    assertThat(commands).hasSize(CALLS).allMatch(line -> line.contains("\"GETEX\""));
  }

  /** Creates a session that has been used once: this instance has then cached its owner. */
  private static McpSession owned(Map<String, String> credential) {
    McpSession session = McpSession.open(guarded.client().with(credential), "2025-11-25");
    session.call("echo", "{'message':'first'}");
    return session;
  }

  @Test
  void authenticatedCallIsOneRoundTrip() {
    List<String> commands =
        during(
            owned(Map.of("X-API-Key", KEY)),
            (session, i) -> session.call("echo", "{'message':'hi'}"));
    assertThat(commands).hasSize(CALLS).allMatch(line -> line.contains("\"GETEX\""));
  }

  @Test
  void ownTokenAddsOneRoundTripForRevocation() {
    OAuthDiscovery discovery = OAuthDiscovery.of(guarded.client(), guarded.uri().resolve("/mcp"));
    String token =
        OAuthFlow.register(guarded.client(), discovery, new FormLogin("alice"))
            .tokens("mcp:read mcp:write")
            .path("access_token")
            .asText();
    List<String> commands =
        during(
            owned(Map.of("Authorization", "Bearer " + token)),
            (session, i) -> session.call("echo", "{'message':'hi'}"));
    assertThat(commands).hasSize(2 * CALLS);
    assertThat(commands.stream().filter(line -> line.contains("auth:installation:")))
        .hasSize(CALLS);
  }

  @Test
  void callWithProgressAddsAFewRoundTrips() {
    List<String> commands =
        during((session, i) -> session.post(JsonRpcMessages.steps(i, 0, 2)).send().events().rest());
    LOG.info(
        "Round trips to Redis: 1 for an ordinary call, "
            + commands.size() / CALLS
            + " for one that reports two steps");
    assertThat(commands.size() / CALLS).isBetween(10, 30);
  }
}
