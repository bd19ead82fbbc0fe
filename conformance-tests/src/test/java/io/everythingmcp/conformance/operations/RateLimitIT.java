package io.everythingmcp.conformance.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.RedisServer;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.ServerProcess;
import io.everythingmcp.conformance.harness.SharedServer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rate limits. */
class RateLimitIT {
  private static final String LATEST = "2025-11-25";
  private static final int MOST = 5;

  @RegisterExtension static final SharedServer UNLIMITED = SharedServer.with();

  private static RawResponse initialize(ServerProcess server) {
    return server.client().post("/mcp", JsonRpcMessages.initialize(LATEST, "{}")).send();
  }

  private static void refused(RawResponse response) {
    assertThat(response.status()).isEqualTo(429);
    assertThat(Integer.parseInt(response.header("Retry-After"))).isBetween(1, 3_600);
    assertThat(response.header("RateLimit-Limit")).isEqualTo(Integer.toString(MOST));
    assertThat(response.header("RateLimit-Remaining")).isEqualTo("0");
    assertThat(response.json().path("error").path("message").asText())
        .contains("limits.rate.requests");
    assertThat(response.json().path("jsonrpc").asText()).isEqualTo("2.0");
    assertThat(response.json().has("id")).isFalse();
  }

  @Test
  void requestsUpToTheLimitAreServed() {
    try (ServerProcess server = ServerLaunch.with("RATE_LIMIT", MOST + "/1h").start()) {
      for (int i = 1; i <= MOST; i++) {
        RawResponse served = initialize(server);
        assertThat(served.status()).isEqualTo(200);
        assertThat(served.header("RateLimit-Remaining")).isEqualTo(Integer.toString(MOST - i));
      }
      refused(initialize(server));
      assertThat(server.client().request("GET", "/health").send().status()).isEqualTo(200);
      assertThat(
              server
                  .client()
                  .request("OPTIONS", "/mcp")
                  .header("Origin", server.uri().toString())
                  .header("Access-Control-Request-Method", "POST")
                  .send()
                  .status())
          .isLessThan(300);
    }
  }

  @Test
  void instancesShareTheLimit() {
    try (RedisServer redis = RedisServer.start()) {
      ServerLaunch launch =
          ServerLaunch.with("STORE", "redis", "REDIS_URL", redis.url(), "RATE_LIMIT", MOST + "/1h");
      try (ServerProcess one = launch.start();
          ServerProcess other = launch.start()) {
        for (int i = 0; i < MOST; i++) {
          assertThat(initialize(i % 2 == 0 ? one : other).status()).isEqualTo(200);
        }
        refused(initialize(one));
        refused(initialize(other));
      }
    }
  }

  @Test
  void withoutALimitThereAreNoHeaders() {
    for (int i = 0; i < 50; i++) {
      RawResponse served = initialize(UNLIMITED.process());
      assertThat(served.status()).isEqualTo(200);
      assertThat(served.header("RateLimit-Limit")).isNull();
    }
  }

  @Test
  void registrationsAreLimitedByAddress() {
    try (ServerProcess server = ServerLaunch.with("AUTH_MODE", "integrated").start()) {
      // One more request per second is permitted, so a slow machine needs a few more than 60.
      int limited = 0;
      for (int i = 0; i < 600 && limited == 0; i++) {
        RawResponse response =
            server
                .client()
                .request("POST", "/register")
                .body("{}".getBytes(StandardCharsets.UTF_8))
                .send();
        if (i < 60) {
          assertThat(response.status()).isEqualTo(400);
        }
        limited += response.status() == 429 ? 1 : 0;
      }
      assertThat(limited).isPositive();
    }
  }

  @Test
  void authorizationServerIsLimitedByAddress() {
    ServerLaunch launch =
        ServerLaunch.with("AUTH_MODE", "integrated")
            .jvm(
                "-Ddw.limits.rate.token=" + MOST + "/1h",
                "-Ddw.limits.rate.login=" + MOST + "/1h",
                "-Ddw.limits.rate.register=" + MOST + "/1h");
    try (ServerProcess server = launch.start()) {
      counted(server, "limits.rate.token", "/token", "/par", "/revoke", "/introspect");
      counted(server, "limits.rate.login", "/fakeupstreamauth/authorize");
      counted(server, "limits.rate.register", "/register");
      // The limit of one endpoint does not apply to the others.
      String metadata = "/.well-known/oauth-authorization-server";
      assertThat(server.client().request("GET", metadata).send().status()).isEqualTo(200);
    }
  }

  /** Asserts that these paths share one limit. */
  private static void counted(ServerProcess server, String key, String... paths) {
    for (int i = 1; i <= MOST; i++) {
      RawResponse served = form(server, paths[i % paths.length]);
      assertThat(served.status()).as(served.toString()).isBetween(200, 428);
      assertThat(served.header("RateLimit-Remaining")).isEqualTo(Integer.toString(MOST - i));
    }
    for (String path : paths) {
      RawResponse refused = form(server, path);
      assertThat(refused.status()).as(path).isEqualTo(429);
      assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 3_600);
      assertThat(refused.json().path("error").asText()).isNotEmpty();
      assertThat(refused.json().path("error_description").asText()).contains(key);
    }
  }

  private static RawResponse form(ServerProcess server, String path) {
    return server
        .client()
        .request("POST", path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .body("a=b".getBytes(StandardCharsets.UTF_8))
        .send();
  }
}
