package io.everythingmcp.conformance.instances;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.RedisServer;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.ServerProcess;
import io.everythingmcp.conformance.harness.SseEvent;
import io.everythingmcp.conformance.harness.SseStream;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two instances on one Redis, one of them killed during a session: the session continues at the
 * other one, and no message is lost or duplicated.
 */
class InstanceKillIT {
  private static final String URI = "test://static/resource/1";
  private static RedisServer redis;
  private static ServerProcess remainingInstance;

  @BeforeAll
  static void start() {
    redis = RedisServer.start();
    remainingInstance = launch().start();
  }

  @AfterAll
  static void stop() {
    remainingInstance.close();
    redis.close();
  }

  private static ServerLaunch launch() {
    return ServerLaunch.with("STORE", "redis", "REDIS_URL", redis.url(), "KEEP_ALIVE", "1s");
  }

  @Test
  void pendingInputRequestOfAKilledInstanceIsCompletedElsewhere() {
    ServerProcess victim = launch().start();
    McpSession session = McpSession.open(victim.client(), "2025-11-25", "{'elicitation':{}}");
    McpSession elsewhere = session.at(remainingInstance.client());
    SseStream stream =
        session.post(JsonRpcMessages.call(7, "collectDetails", "{}")).send().events();
    SseEvent asked = stream.nextWithMessage();
    assertThat(asked.json().path("method").asText()).isEqualTo("elicitation/create");

    victim.kill();

    SseStream resumed = elsewhere.resume(asked.id());
    respond(elsewhere, asked.json(), "{'name':'Ada'}");
    SseEvent second = resumed.nextWithMessage();
    assertThat(second.json().path("params").path("message").asText()).contains("Ada");
    respond(elsewhere, second.json(), "{'color':'red'}");
    List<SseEvent> rest = resumed.rest();

    assertThat(rest).hasSize(1);
    assertThat(rest.get(0).json().path("id").asInt()).isEqualTo(7);
    assertThat(rest.get(0).json().toString()).contains("Ada's favorite color is red");
    assertThat(List.of(number(asked), number(second), number(rest.get(0))))
        .as("numbers of the events, without gaps or duplicates")
        .containsExactly(number(asked), number(asked) + 1, number(asked) + 2);
  }

  private static void respond(McpSession session, JsonNode inputRequest, String content) {
    String result = "{'action':'accept','content':" + content + "}";
    assertThat(session.post(JsonRpcMessages.result(inputRequest.get("id"), result)).send().status())
        .isEqualTo(202);
  }

  private static long number(SseEvent event) {
    return Long.parseLong(event.id().substring(event.id().lastIndexOf('_') + 1));
  }

  @Test
  void negotiatedRevisionSurvives() {
    ServerProcess victim = launch().start();
    McpSession session = McpSession.open(victim.client(), "2025-11-25");
    assertThat(session.callMethod("resources/subscribe", "{'uri':'" + URI + "'}").has("result"))
        .isTrue();
    assertThat(session.callMethod("logging/setLevel", "{'level':'error'}").has("result")).isTrue();

    victim.kill();

    McpSession elsewhere = session.at(remainingInstance.client());
    SseStream listening = elsewhere.listen();
    assertThat(elsewhere.call("toggleSimulatedLogging", "{}").has("result")).isTrue();
    assertThat(elsewhere.call("toggleResourceUpdates", "{}").has("result")).isTrue();
    JsonNode update =
        listening.message(m -> m.path("method").asText().equals("notifications/resources/updated"));
    assertThat(update.path("params").path("uri").asText()).isEqualTo(URI);
    assertThat(listening.arrivedMessages())
        .filteredOn(m -> m.path("method").asText().equals("notifications/message"))
        .allSatisfy(
            m ->
                assertThat(m.path("params").path("level").asText())
                    .isIn("error", "critical", "alert", "emergency"));
    listening.close();
  }

  @Test
  void endedSessionIsEndedAtAllInstances() {
    ServerProcess other = launch().start();
    McpSession session = McpSession.open(other.client(), "2025-11-25");
    SseStream listening = session.at(remainingInstance.client()).listen();

    assertThat(session.delete().send().status()).isEqualTo(204);

    assertThat(listening.rest()).isEmpty();
    assertThat(
            session
                .at(remainingInstance.client())
                .post(JsonRpcMessages.request(1, "ping"))
                .send()
                .status())
        .isEqualTo(404);
    other.close();
  }
}
