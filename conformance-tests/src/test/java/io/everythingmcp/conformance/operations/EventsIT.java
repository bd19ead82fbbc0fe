package io.everythingmcp.conformance.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.RedisServer;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.ServerProcess;
import io.everythingmcp.conformance.harness.SharedServer;
import io.everythingmcp.conformance.harness.SseEvent;
import io.everythingmcp.conformance.harness.SseStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Event stream of the management API. */
class EventsIT {
  private static final String LATEST = "2025-11-25";

  @RegisterExtension
  static final SharedServer SERVER =
      SharedServer.with("MANAGEMENT_TOKEN", ManagementClient.TOKEN, "KEEP_ALIVE", "200ms");

  @Test
  void sessionEventsCoverItsLifecycle() {
    SseStream events = new ManagementClient(SERVER.client()).watch();
    McpSession session = McpSession.open(SERVER.client(), LATEST);
    session.call("echo", "{'message':'hi'}");
    session.call("failOnPurpose", "{'kind':'tool_error'}");
    session.delete().send();

    JsonNode created = ManagementClient.await(events, "sessionCreated");
    assertThat(created.path("data").path("sessionId").asText()).isEqualTo(session.id());
    assertThat(created.path("data").path("createdAt").asText()).endsWith("Z");
    assertThat(created.path("instance").asText()).hasSize(8);
    JsonNode echo = ManagementClient.await(events, "toolCalled").path("data");
    assertThat(echo.path("toolName").asText()).isEqualTo("echo");
    assertThat(echo.path("sessionId").asText()).isEqualTo(session.id());
    assertThat(echo.path("success").asBoolean()).isTrue();
    assertThat(echo.path("duration").isIntegralNumber()).isTrue();
    JsonNode failed = ManagementClient.await(events, "toolCalled").path("data");
    assertThat(failed.path("success").asBoolean()).isFalse();
    JsonNode ended = ManagementClient.await(events, "sessionEnded").path("data");
    assertThat(ended.path("reason").asText()).isEqualTo("deleted");
    events.close();
  }

  @Test
  void reconnectedSubscriberContinues() {
    ManagementClient operator = new ManagementClient(SERVER.client());
    SseStream events = operator.watch();
    McpSession first = McpSession.open(SERVER.client(), LATEST);
    SseEvent last = events.next();
    while (last.id() == null || !last.data().contains(first.id())) {
      last = events.next();
    }
    events.close();
    McpSession second = McpSession.open(SERVER.client(), LATEST);
    SseStream again =
        operator.request("GET", "/events").header("Last-Event-ID", last.id()).send().events();
    JsonNode missed =
        again.message(notice -> notice.path("data").path("sessionId").asText().equals(second.id()));
    assertThat(missed.path("type").asText()).isEqualTo("sessionCreated");
    assertThat(again.arrivedMessages().toString()).doesNotContain(first.id());
    again.close();
  }

  @Test
  void fiftySubscribersAreAllowed() {
    try (ServerProcess server =
        ServerLaunch.with("MANAGEMENT_TOKEN", ManagementClient.TOKEN).start()) {
      ManagementClient operator = new ManagementClient(server.client());
      Deque<SseStream> watching = new ArrayDeque<>();
      for (int i = 0; i < 50; i++) {
        watching.add(operator.watch());
      }
      RawResponse refused = operator.request("GET", "/events").send();
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.json().toString())
          .contains("Limit of event streams of an instance reached: 50");
      watching.forEach(SseStream::close);
    }
  }

  @Test
  void oneInstanceReportsAll() {
    try (RedisServer redis = RedisServer.start()) {
      ServerLaunch launch =
          ServerLaunch.with(
              "STORE",
              "redis",
              "REDIS_URL",
              redis.url(),
              "MANAGEMENT_TOKEN",
              ManagementClient.TOKEN);
      try (ServerProcess here = launch.start()) {
        SseStream events = new ManagementClient(here.client()).watch();
        ServerProcess there = launch.start();
        JsonNode started = ManagementClient.await(events, "started");
        assertThat(started.path("data").path("port").asInt()).isEqualTo(there.port());

        // The other instance is notified of the subscriber; infrequent events are always
        // published.
        McpSession session = McpSession.open(there.client(), LATEST);
        new ManagementClient(there.client()).send("DELETE", "/sessions/" + session.id(), "");
        there.sendTerminate();
        JsonNode stopped = ManagementClient.await(events, "stopped");
        assertThat(stopped.path("instance")).isEqualTo(started.path("instance"));
        there.awaitExit(Duration.ofSeconds(30));
        there.close();
        events.close();
      }
    }
  }
}
