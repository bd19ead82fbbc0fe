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

/** A task completes with its result. */
@ConformanceCheck(
    id = "tasks/extension-completes",
    title = "A completed task of the extension contains the result of the tool",
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.TASKS_EXTENSION + "getting-tasks",
    requires = {ServerPrerequisite.TASKS, ServerPrerequisite.TOOL_SHORT_TASK})
final class ExtensionCompletes implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    SuiteClient talk = probe.client(TaskExtensionSteps.DECLARED);
    String id = TaskExtensionSteps.startedTaskId(probe, talk, ToolRole.SHORT_TASK);
    McpResponse reply = TaskExtensionSteps.awaitTerminal(probe, talk, id);
    probe.expect(
        reply.result().path("status").asText().equals("completed"), "the status completed", reply);
    probe.expect(
        reply.result().at("/result/content").isArray(), "the result of the tool in result", reply);
  }
}
