package io.everythingmcp.conformance.area.tasks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.client.ToolCall;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.server.ToolRole;
import java.time.Duration;

/** Tasks of 2025-11-25. */
final class TaskAugmentedSteps {
  private static final int POLLS = 200;

  private TaskAugmentedSteps() {}

  /** Calls a tool as a task. */
  static McpResponse start(ScenarioContext probe, StatefulClient session, ToolRole role) {
    ToolCall call = probe.tool(role);
    String support =
        probe
            .lists()
            .tool(call.tool())
            .map(tool -> tool.at("/execution/taskSupport").asText())
            .orElse("");
    probe.assumeThat(
        support.equals("optional") || support.equals("required"),
        call.tool() + " does not declare task support");
    ObjectNode message = call.message(session.nextId());
    message.withObject("/params/task").put("ttl", 60_000);
    return session.send(session.post(message));
  }

  /** Calls a tool as a task, and returns the id of the task. */
  static String startedTaskId(ScenarioContext probe, StatefulClient session, ToolRole role) {
    McpResponse reply = start(probe, session, role);
    String id = reply.result().at("/task/taskId").asText();
    probe.expect(!id.isEmpty(), "a task, with a taskId", reply);
    return id;
  }

  static McpResponse callMethod(StatefulClient session, String method, String id) {
    return session.callMethod(method, JsonTrees.object("{}").put("taskId", id).toString());
  }

  static String status(StatefulClient session, String id) {
    return callMethod(session, "tasks/get", id).result().path("status").asText();
  }

  /** Waits until a task is terminal, up to a timeout. */
  static boolean isTerminal(ScenarioContext probe, StatefulClient session, String id) {
    for (int i = 0; i < POLLS; i++) {
      String status = status(session, id);
      if (!status.equals("working") && !status.equals("input_required")) {
        return true;
      }
      probe.pause(Duration.ofMillis(150));
    }
    return false;
  }
}
