package io.everythingmcp.conformance.area.tasks;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SuiteClient;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.server.ToolRole;
import java.time.Duration;

/** Tasks of the extension. */
final class TaskExtensionSteps {
  static final String DECLARED = "{'extensions':{'io.modelcontextprotocol/tasks':{}}}";

  private TaskExtensionSteps() {}

  /** Calls a tool of which the server makes a task. */
  static McpResponse start(ScenarioContext probe, SuiteClient talk, ToolRole role) {
    McpResponse reply = talk.call(probe.tool(role));
    probe.assumeThat(
        reply.result().path("resultType").asText().equals("task"),
        "the server made no task of the call");
    return reply;
  }

  static String startedTaskId(ScenarioContext probe, SuiteClient talk, ToolRole role) {
    return start(probe, talk, role).result().path("taskId").asText();
  }

  static McpResponse callMethod(SuiteClient talk, String method, String id) {
    return talk.callMethod(method, JsonTrees.object("{}").put("taskId", id).toString());
  }

  /** Waits until a task has a terminal status; returns that result of tasks/get. */
  static McpResponse awaitTerminal(ScenarioContext probe, SuiteClient talk, String id) {
    long until = System.nanoTime() + probe.profile().server().timeout().toNanos();
    while (true) {
      McpResponse reply = callMethod(talk, "tasks/get", id);
      String status = reply.result().path("status").asText();
      if (!status.equals("working") || System.nanoTime() > until) {
        return reply;
      }
      probe.pause(Duration.ofMillis(100));
    }
  }
}
