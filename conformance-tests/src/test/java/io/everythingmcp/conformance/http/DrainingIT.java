package io.everythingmcp.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.ServerProcess;
import io.everythingmcp.conformance.harness.SseEvent;
import io.everythingmcp.conformance.harness.SseStream;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Graceful shutdown of a server. */
class DrainingIT {
  private static final Duration IN_TIME = Duration.ofSeconds(20);
  private static final String LATEST = "2025-11-25";

  @Test
  void streamsEndRunningRequestsCompleteAndNewOnesAreRejected() {
    try (ServerProcess server = ServerLaunch.with("FIXTURES", "true").start()) {
      McpSession session = McpSession.open(server.client(), LATEST, "{'elicitation':{}}");
      SseStream listening = session.listen();
      SseStream sse = server.client().get("/sse").send().events();
      sse.next();
      SseStream asking =
          session
              .post(JsonRpcMessages.call(1, "test_elicitation", "{'message':'Who?'}"))
              .send()
              .events();
      asking.message();
      CompletableFuture<RawResponse> running =
          session
              .post(JsonRpcMessages.call(2, "longRunningOperation", "{'duration':2,'steps':1}"))
              .sendAsync();
      ObjectNode talking =
          JsonRpcMessages.call(3, "longRunningOperation", "{'duration':2,'steps':40}");
      ((ObjectNode) talking.get("params")).putObject("_meta").put("progressToken", "t");
      SseStream progress = session.post(talking).send().events();
      progress.message();

      server.sendTerminate();

      assertThat(listening.rest()).singleElement().satisfies(DrainingIT::assertHasRetryAfter);
      assertThat(sse.rest()).as("a stream without resumability").isEmpty();
      assertThat(asking.rest()).singleElement().satisfies(DrainingIT::assertHasRetryAfter);
      assertRefused(session);
      assertThat(running.join().json().path("result").path("isError").asBoolean(true)).isFalse();
      progress.rest();
      assertThat(server.awaitExit(IN_TIME)).isIn(0, 143);
    }
  }

  private static void assertHasRetryAfter(SseEvent event) {
    assertThat(event.retry()).isPositive();
    assertThat(event.hasMessage()).isFalse();
  }

  private static void assertRefused(McpSession session) {
    try {
      RawResponse response = session.post(JsonRpcMessages.request(9, "ping")).send();
      JsonNode error = ErrorResponse.check(response, 503, -32000);
      assertThat(error.path("message").asText()).isNotBlank();
      // The container rejects late requests before their id is read.
      assertThat(response.json().path("id").asInt(9)).isEqualTo(9);
      assertThat(response.header("Retry-After")).matches("\\d+");
    } catch (AssertionError e) {
      assertThat(e).hasRootCauseInstanceOf(ConnectException.class);
    }
  }

  @Test
  void idleServerStopsImmediately() {
    try (ServerProcess server = ServerLaunch.with().start()) {
      McpSession.open(server.client(), LATEST);
      server.sendTerminate();
      assertThat(server.awaitExit(Duration.ofSeconds(10))).isIn(0, 143);
    }
  }

  @Test
  void endlessRequestDoesNotBlockShutdown() {
    try (ServerProcess server = ServerLaunch.with().start()) {
      McpSession session = McpSession.open(server.client(), LATEST);
      ObjectNode call =
          JsonRpcMessages.call(1, "longRunningOperation", "{'duration':600,'steps':600}");
      ((ObjectNode) call.get("params")).putObject("_meta").put("progressToken", "t");
      SseStream stream = session.post(call).send().events();
      stream.message();
      server.sendTerminate();
      assertThat(server.awaitExit(Duration.ofSeconds(40))).isIn(0, 143);
    }
  }
}
