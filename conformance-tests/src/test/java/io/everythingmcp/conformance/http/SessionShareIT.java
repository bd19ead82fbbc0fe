package io.everythingmcp.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.ServerProcess;
import io.everythingmcp.conformance.harness.SseStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Without authentication, one address cannot use all sessions. */
class SessionShareIT {
  private static final String LATEST = "2025-11-25";

  private static int ping(McpSession session) {
    return session.post(JsonRpcMessages.request(1, "ping")).send().status();
  }

  /** The test is a trusted proxy, so that it can use two addresses. */
  @Test
  void sessionsPerAddressAreLimitedWithoutAuthentication() {
    try (ServerProcess server =
        ServerLaunch.with("MAX_SESSIONS", "4", "TRUSTED_PROXIES", "127.0.0.1, ::1").start()) {
      RawClient one = server.client().with(Map.of("X-Forwarded-For", "192.0.2.1"));
      McpSession first = McpSession.open(one, LATEST);
      McpSession.open(one, LATEST);
      SseStream sse = one.get("/sse").send().events();
      sse.next();
      for (RawRequest more :
          List.of(one.post("/mcp", JsonRpcMessages.initialize(LATEST, "{}")), one.get("/sse"))) {
        RawResponse full = more.send();
        ErrorResponse.check(full, 503, -32000);
        assertThat(full.text()).contains("this address", "mcp.sessions.max", "DELETE");
        assertThat(full.header("Retry-After")).matches("\\d+");
      }
      RawClient other = server.client().with(Map.of("X-Forwarded-For", "192.0.2.2"));
      assertThat(ping(McpSession.open(other, LATEST))).isEqualTo(200);
      first.delete().send();
      assertThat(ping(McpSession.open(one, LATEST))).isEqualTo(200);
      sse.close();
    }
  }
}
