package io.everythingmcp.conformance.area.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import io.everythingmcp.conformance.server.ToolRole;

/** The result of a task names its task in _meta. */
@ConformanceCheck(
    id = "tasks/task-result",
    title = "tasks/result returns the result of the tool with the related task in _meta",
    since = SpecRevision.R2025_11_25,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.TASKS + "result-retrieval",
    requires = {ServerPrerequisite.TASKS, ServerPrerequisite.TOOL_SHORT_TASK})
final class TaskResult implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatefulClient session = probe.session();
    String id = TaskAugmentedSteps.startedTaskId(probe, session, ToolRole.SHORT_TASK);
    probe.assumeThat(
        TaskAugmentedSteps.isTerminal(probe, session, id),
        "the task takes more than half a minute");
    McpResponse reply = TaskAugmentedSteps.callMethod(session, "tasks/result", id);
    probe.expect(reply.result().path("content").isArray(), "the result of the tool", reply);
    JsonNode related =
        reply.result().path("_meta").path("io.modelcontextprotocol/related-task").path("taskId");
    probe.expect(related.asText().equals(id), "the related task " + id + " in _meta", reply);
  }
}
