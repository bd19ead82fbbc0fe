package io.everythingmcp.conformance.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.RedisServer;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.ServerProcess;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Health checks of a server. */
class HealthIT {
  private static RawResponse get(ServerProcess server, String path) {
    return server.client().request("GET", path).send();
  }

  @Test
  void stoppingInstanceIsUnhealthyAndLive() {
    try (ServerProcess server = ServerLaunch.with().start()) {
      assertThat(get(server, "/health").json().path("status").asText()).isEqualTo("healthy");
      assertThat(get(server, "/health/ready").status()).isEqualTo(200);
      McpSession session = McpSession.open(server.client(), "2025-11-25");
      CompletableFuture<RawResponse> running =
          session
              .post(JsonRpcMessages.call(1, "longRunningOperation", "{'duration':6,'steps':2}"))
              .sendAsync();
      await()
          .untilAsserted(
              () -> assertThat(scrape(server)).contains("mcp_server_requests_active 1.0"));

      server.sendTerminate();

      await().untilAsserted(() -> assertThat(get(server, "/health").status()).isEqualTo(503));
      assertThat(get(server, "/health").json().path("status").asText()).isEqualTo("unhealthy");
      assertThat(get(server, "/health/ready").status()).isEqualTo(503);
      assertThat(get(server, "/health/live").status()).isEqualTo(200);
      running.join();
      server.awaitExit(Duration.ofSeconds(30));
      assertThat(server.linesAfter(0))
          .anyMatch(line -> line.contains("Final: {") && line.contains("activeSessions=1"));
    }
  }

  private static String scrape(ServerProcess server) {
    return new io.everythingmcp.conformance.harness.RawClient(
            java.net.URI.create("http://localhost:" + server.adminPort()))
        .request("GET", "/prometheus")
        .send()
        .text();
  }

  @Test
  void storeOutageIsDegradedAndNotReady() {
    RedisServer redis = RedisServer.start();
    try (ServerProcess server =
        ServerLaunch.with("STORE", "redis", "REDIS_URL", redis.url()).start()) {
      assertThat(get(server, "/health/ready").status()).isEqualTo(200);
      redis.close();
      await().untilAsserted(() -> assertThat(get(server, "/health/ready").status()).isEqualTo(503));
      RawResponse health = get(server, "/health");
      assertThat(health.status()).isEqualTo(200);
      assertThat(health.json().path("status").asText()).isEqualTo("degraded");
      assertThat(health.json().path("services").path("redis").asText()).isEqualTo("unavailable");
      assertThat(scrape(server)).contains("mcp_server_store_up 0.0");
    }
  }

  @Test
  void startSummaryListsEnabledFeatures() {
    try (ServerProcess server = ServerLaunch.with("MANAGEMENT_TOKEN", "short").start()) {
      await()
          .untilAsserted(
              () ->
                  assertThat(server.linesAfter(0))
                      .anyMatch(line -> line.contains("serves 2026-07-28"))
                      .anyMatch(line -> line.contains("endpoint http://localhost"))
                      .anyMatch(line -> line.contains("UNSAFE: MANAGEMENT_TOKEN has less than 16"))
                      .anyMatch(
                          line ->
                              line.contains(
                                  "open http://localhost:" + server.port() + "/ in a browser")));
    }
  }
}
