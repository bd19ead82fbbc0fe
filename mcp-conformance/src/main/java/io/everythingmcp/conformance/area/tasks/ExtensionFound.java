package io.everythingmcp.conformance.area.tasks;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.SuiteClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import io.everythingmcp.conformance.server.ToolRole;

/** A new task can be read immediately. */
@ConformanceCheck(
    id = "tasks/extension-found",
    title = "A task of the extension can be read at once, and its result is complete",
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.TASKS_EXTENSION + "getting-tasks",
    requires = {ServerPrerequisite.TASKS, ServerPrerequisite.TOOL_SHORT_TASK})
final class ExtensionFound implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    SuiteClient talk = probe.client(TaskExtensionSteps.DECLARED);
    String id = TaskExtensionSteps.startedTaskId(probe, talk, ToolRole.SHORT_TASK);
    McpResponse reply = TaskExtensionSteps.callMethod(talk, "tasks/get", id);
    probe.expect(reply.result().path("taskId").asText().equals(id), "the task " + id, reply);
    probe.expect(
        reply.result().path("resultType").asText().equals("complete"),
        "resultType \"complete\"",
        reply);
  }
}
