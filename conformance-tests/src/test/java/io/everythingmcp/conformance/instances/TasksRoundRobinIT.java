package io.everythingmcp.conformance.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.SharedFleet;
import io.everythingmcp.conformance.harness.SseStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tasks of a session each of whose requests is processed by another instance. */
class TasksRoundRobinIT {
  @RegisterExtension static final SharedFleet FLEET = new SharedFleet();

  private McpSession session;

  @BeforeEach
  void openSession() {
    session = McpSession.open(FLEET.client(), "2025-11-25", "{'elicitation':{}}");
  }

  private McpSession at(int instance) {
    return session.at(FLEET.client(instance));
  }

  private String startTask(McpSession where, String tool, String arguments) {
    ObjectNode call = JsonRpcMessages.call(session.nextId(), tool, arguments);
    ((ObjectNode) call.get("params")).putObject("task").put("ttl", 60_000);
    return where.post(call).send().reply().path("result").path("task").path("taskId").asText();
  }

  private String status(int instance, String task) {
    return at(instance)
        .callMethod("tasks/get", "{'taskId':'" + task + "'}")
        .path("result")
        .path("status")
        .asText();
  }

  @Test
  void taskIsPolledAndCompletedElsewhere() {
    String task = startTask(at(0), "longRunningOperation", "{'duration':0.5,'steps':1}");
    assertThat(status(1, task)).isEqualTo("working");
    JsonNode result = at(2).callMethod("tasks/result", "{'taskId':'" + task + "'}");
    assertThat(result.toString()).contains("completed");
    assertThat(status(1, task)).isEqualTo("completed");
    assertThat(at(0).callMethod("tasks/list", "{}").toString()).contains(task);
  }

  @Test
  void taskIsCancelledElsewhere() {
    String task = startTask(at(0), "longRunningOperation", "{'duration':300,'steps':300}");
    assertThat(at(1).callMethod("tasks/cancel", "{'taskId':'" + task + "'}").has("result"))
        .isTrue();
    await().until(() -> status(2, task).equals("cancelled"));
    assertThat(at(0).callMethod("tasks/cancel", "{'taskId':'" + task + "'}").has("error")).isTrue();
  }

  @Test
  void taskInputIsProvidedElsewhere() {
    String task = startTask(at(0), "elicitInputs", "{}");
    SseStream waiting =
        at(1)
            .post(
                JsonRpcMessages.request(
                    session.nextId(), "tasks/result", "{'taskId':'" + task + "'}"))
            .send()
            .events();
    JsonNode inputRequest = waiting.message();
    assertThat(inputRequest.path("method").asText()).isEqualTo("elicitation/create");
    assertThat(status(2, task)).isEqualTo("input_required");
    at(2).post(JsonRpcMessages.result(inputRequest.get("id"), "{'action':'decline'}")).send();
    JsonNode answer = waiting.message(m -> m.has("result"));
    assertThat(answer.toString()).contains("declined");
    assertThat(status(0, task)).isEqualTo("completed");
  }
}
