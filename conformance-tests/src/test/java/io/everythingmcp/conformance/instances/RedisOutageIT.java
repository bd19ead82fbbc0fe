package io.everythingmcp.conformance.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.RedisCli;
import io.everythingmcp.conformance.harness.RedisServer;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.ServerProcess;
import io.everythingmcp.conformance.harness.SseEvent;
import io.everythingmcp.conformance.harness.SseStream;
import io.everythingmcp.conformance.harness.TcpProxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Redis is unavailable, stalled, slow or full, or its connections are closed: the documented
 * behaviour.
 */
class RedisOutageIT {
  private static final Logger LOG = LoggerFactory.getLogger(RedisOutageIT.class);

  private static final Duration PROMISED = Duration.ofSeconds(2);
  private static final Duration SOON = Duration.ofSeconds(30);

  private static RedisServer redis;
  private static TcpProxy wire;
  private static ServerProcess server;

  private McpSession session;

  @BeforeAll
  static void start() {
    redis = RedisServer.start();
    wire = TcpProxy.to(redis.port());
    server =
        ServerLaunch.with(
                "AUTH_MODE", "none",
                "STORE", "redis",
                "REDIS_URL", "redis://localhost:" + wire.port(),
                "FIXTURES", "true",
                "KEEP_ALIVE", "500ms")
            .start();
  }

  @AfterAll
  static void stop() {
    server.close();
    wire.close();
    redis.close();
  }

  @BeforeEach
  void openSession() {
    session = McpSession.open(server.client(), "2025-11-25", "{'elicitation':{}}");
  }

  @AfterEach
  void recover() {
    wire.up();
    wire.stall(false);
    wire.slow(Duration.ZERO);
    await().atMost(SOON).until(() -> health().equals("healthy"));
  }

  private static String health() {
    RawResponse response = server.client().request("GET", "/health").send();
    assertThat(response.status()).isEqualTo(200);
    return response.json().path("status").asText();
  }

  /**
   * Returns the response of an attempt within the documented time; the first attempts may be late
   * on a slow machine.
   */
  private static RawResponse responseWithinLimit(Supplier<RawResponse> request) {
    AtomicReference<RawResponse> response = new AtomicReference<>();
    await()
        .atMost(SOON)
        .pollDelay(Duration.ZERO)
        .until(
            () -> {
              long begun = System.nanoTime();
              response.set(request.get());
              response.get().text();
              return Duration.ofNanos(System.nanoTime() - begun).compareTo(PROMISED) < 0;
            });
    return response.get();
  }

  private void assertRefusedSoon() {
    RawResponse refused =
        responseWithinLimit(() -> session.post(JsonRpcMessages.request(77, "ping")).send());
    String text = refused.text();
    assertThat(refused.status()).as(text).isEqualTo(503);
    assertThat(refused.header("Retry-After")).matches("\\d+");
    assertThat(refused.json().path("id").asInt()).isEqualTo(77);
    assertThat(refused.json().path("error").path("code").asInt()).isEqualTo(-32000);
  }

  private void assertEverythingWorks(SseStream listening) {
    await()
        .atMost(SOON)
        .until(() -> session.post(JsonRpcMessages.request(1, "ping")).send().status() == 200);
    assertThat(health()).isEqualTo("healthy");
    session.call("test_trigger_tool_change", "{}");
    listening.message(m -> m.path("method").asText().equals("notifications/tools/list_changed"));
    List<SseEvent> events = session.post(JsonRpcMessages.steps(5, 0.2, 2)).send().events().rest();
    assertThat(events.get(events.size() - 1).json().path("id").asInt()).isEqualTo(5);
  }

  @Test
  void outageRejectsRequestsAndKeepsStreamsAndResponses() {
    SseStream listening = session.listen();
    SseStream running = session.post(JsonRpcMessages.steps(9, 3, 3)).send().events();
    running.nextWithMessage();
    wire.down();
    assertRefusedSoon();
    assertThat(health()).isEqualTo("degraded");
    for (int i = 0; i < 3; i++) {
      assertRefusedSoon();
    }
    await().pollDelay(Duration.ofSeconds(3)).until(() -> health().equals("degraded"));
    wire.up();
    assertThat(running.message(m -> m.path("id").asInt() == 9).has("result")).isTrue();
    assertEverythingWorks(listening);
  }

  @Test
  void stalledRedisRejectsRequestsQuickly() {
    SseStream listening = session.listen();
    wire.stall(true);
    assertRefusedSoon();
    assertRefusedSoon();
    assertThat(health()).isEqualTo("degraded");
    wire.stall(false);
    assertEverythingWorks(listening);
  }

  @Test
  void slowRedisIsTolerated() {
    SseStream listening = session.listen();
    wire.slow(Duration.ofMillis(200));
    assertEverythingWorks(listening);
    assertThat(
            McpSession.open(server.client(), "2025-06-18").callMethod("ping", "{}").has("result"))
        .isTrue();
  }

  @Test
  void fullRedisRejectsWritesAndServesReads() {
    SseStream listening = session.listen();
    try (RedisCli cli = redis.cli()) {
      cli.call("CONFIG", "SET", "maxmemory-policy", "noeviction");
      cli.call("CONFIG", "SET", "maxmemory", "1mb");
      RawResponse refused =
          responseWithinLimit(
              () ->
                  server
                      .client()
                      .post("/mcp", JsonRpcMessages.initialize("2025-11-25", "{}"))
                      .send());
      assertThat(refused.status()).as(refused.text()).isEqualTo(503);
      assertThat(refused.header("Retry-After")).matches("\\d+");
      assertThat(session.call("echo", "{'message':'hi'}").toString()).contains("Echo: hi");
      assertThat(health()).isEqualTo("degraded");
      cli.call("CONFIG", "SET", "maxmemory", "0");
    }
    assertEverythingWorks(listening);
  }

  @Test
  void closedConnectionsAreReopened() {
    SseStream listening = session.listen();
    SseStream running = session.post(JsonRpcMessages.steps(9, 5, 100)).send().events();
    running.nextWithMessage();
    int refused = 0;
    for (int i = 0; i < 100; i++) {
      wire.cut();
      refused +=
          session.post(JsonRpcMessages.request("cut-" + i, "ping")).send().status() == 200 ? 0 : 1;
      session
          .post(JsonRpcMessages.call("change-" + i, "test_trigger_tool_change", "{}"))
          .send()
          .text();
    }
    LOG.info("Connections to Redis cut 100 times: " + refused + " of 100 requests refused");
    assertThat(refused).isLessThan(20);
    List<JsonNode> rest =
        running.rest().stream().filter(SseEvent::hasMessage).map(SseEvent::json).toList();
    assertThat(rest.stream().filter(m -> m.path("id").asInt() == 9)).hasSize(1);
    List<Integer> progress =
        rest.stream()
            .map(m -> m.path("params").path("progress").asInt())
            .filter(p -> p > 0)
            .toList();
    assertThat(progress).doesNotHaveDuplicates().isSorted();
    assertThat(progress.size()).isGreaterThan(90);
    assertEverythingWorks(listening);
  }
}
