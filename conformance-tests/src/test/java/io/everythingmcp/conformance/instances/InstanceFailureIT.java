package io.everythingmcp.conformance.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.RedisCli;
import io.everythingmcp.conformance.harness.RedisServer;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.ServerProcess;
import io.everythingmcp.conformance.harness.SseEvent;
import io.everythingmcp.conformance.harness.SseStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * In-flight requests of an instance that failed: clients that wait for a response on another
 * instance receive one error.
 */
class InstanceFailureIT {
  private static final Duration NOTICED = Duration.ofSeconds(25);
  private static final int INTERNAL = -32603;

  private static RedisServer redis;
  private static ServerProcess remainingInstance;

  private ServerProcess failingInstance;
  private McpSession session;
  private McpSession elsewhere;

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
    return ServerLaunch.with(
        "AUTH_MODE", "none", "STORE", "redis", "REDIS_URL", redis.url(), "KEEP_ALIVE", "1s");
  }

  @BeforeEach
  void openSession() {
    failingInstance = launch().start();
    session =
        McpSession.open(failingInstance.client(), "2025-11-25", "{'elicitation':{},'roots':{}}");
    elsewhere = session.at(remainingInstance.client());
  }

  private static JsonNode onlyResponse(SseStream stream) {
    List<JsonNode> answers =
        stream.rest().stream()
            .filter(SseEvent::hasMessage)
            .map(SseEvent::json)
            .filter(m -> m.has("id") && !m.has("method"))
            .toList();
    assertThat(answers).hasSize(1);
    return answers.get(0);
  }

  private static void assertEnded(JsonNode answer, int id) {
    assertThat(answer.path("id").asInt()).isEqualTo(id);
    assertThat(answer.path("error").path("code").asInt()).isEqualTo(INTERNAL);
    assertThat(answer.path("error").path("message").asText()).contains("the outcome is unknown");
  }

  @Test
  void resumedCallEndsWithAnError() {
    SseEvent first =
        session.post(JsonRpcMessages.steps(1, 600, 1_000)).send().events().nextWithMessage();
    failingInstance.kill();
    assertEnded(onlyResponse(elsewhere.resume(first.id())), 1);
    assertThat(elsewhere.resume(first.id()).rest()).as("the same request again").isNotEmpty();
  }

  @Test
  void inputRequestOfAFailedInstanceIsCompletedElsewhere() {
    McpSession mine =
        McpSession.open(remainingInstance.client(), "2025-11-25", "{'elicitation':{}}");
    SseStream stream = mine.post(JsonRpcMessages.call(2, "collectDetails", "{}")).send().events();
    JsonNode inputRequest = stream.message();
    // The failing instance has sent the second input request, which is pending when it is killed.
    mine.at(failingInstance.client())
        .post(
            JsonRpcMessages.result(
                inputRequest.get("id"), "{'action':'accept','content':{'name':'Ada'}}"))
        .send();
    JsonNode second = stream.message();
    failingInstance.kill();
    mine.post(
            JsonRpcMessages.result(
                second.get("id"), "{'action':'accept','content':{'color':'red'}}"))
        .send();
    assertThat(onlyResponse(stream).toString()).contains("red");
  }

  @Test
  void stalledInstanceSendsNoSecondResponse() {
    SseEvent first =
        session.post(JsonRpcMessages.steps(1, 30, 1_000)).send().events().nextWithMessage();
    signal("STOP");
    SseStream resumed = elsewhere.resume(first.id());
    assertEnded(onlyResponse(resumed), 1);
    signal("CONT");
    await()
        .atMost(NOTICED)
        .until(() -> session.post(JsonRpcMessages.request(5, "ping")).send().status() == 200);
    List<SseEvent> again = elsewhere.resume(first.id()).rest();
    assertThat(again.stream().filter(e -> e.hasMessage() && e.json().has("id"))).hasSize(1);
    failingInstance.close();
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(failingInstance.pid()))
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }

  @Test
  void taskFails() {
    ObjectNode call = JsonRpcMessages.steps(1, 600, 600);
    ((ObjectNode) call.get("params")).putObject("task").put("ttl", 600_000);
    String task =
        session.post(call).send().reply().path("result").path("task").path("taskId").asText();
    SseStream waiting =
        elsewhere
            .post(JsonRpcMessages.request(2, "tasks/result", "{'taskId':'" + task + "'}"))
            .send()
            .events();
    failingInstance.kill();
    JsonNode answer = onlyResponse(waiting);
    assertThat(answer.toString()).contains("the outcome is unknown");
    JsonNode now = elsewhere.callMethod("tasks/get", "{'taskId':'" + task + "'}").path("result");
    assertThat(now.path("status").asText()).isEqualTo("failed");
  }

  @Test
  void inputRequestOfAFailedInstanceTimesOut() {
    SseStream stream = session.post(JsonRpcMessages.call(1, "listRoots", "{}")).send().events();
    SseEvent asked = stream.nextWithMessage();
    failingInstance.kill();
    SseStream resumed = elsewhere.resume(asked.id());
    try (RedisCli cli = redis.cli()) {
      List<String> open = cli.list("ZRANGE", "mcp:questions", "0", "-1");
      assertThat(open).isNotEmpty();
      // All timeouts have passed.
      open.forEach(inputRequest -> cli.call("ZADD", "mcp:questions", "1", inputRequest));
    }
    JsonNode answer = onlyResponse(resumed);
    assertThat(answer.path("id").asInt()).isEqualTo(1);
    assertThat(answer.toString()).contains("did not respond in time");
  }

  @Test
  void inputRequestOfAFailedInstanceCanBeCancelled() {
    SseEvent asked =
        session
            .post(JsonRpcMessages.call(1, "collectDetails", "{}"))
            .send()
            .events()
            .nextWithMessage();
    failingInstance.kill();
    SseStream resumed = elsewhere.resume(asked.id());
    elsewhere
        .post(JsonRpcMessages.notification("notifications/cancelled", "{'requestId':1}"))
        .send();
    assertThat(resumed.rest().stream().filter(SseEvent::hasMessage).map(SseEvent::json))
        .noneMatch(m -> m.has("id"));
  }
}
