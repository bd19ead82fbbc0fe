package io.everythingmcp.conformance.area.tasks;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** An unknown task is rejected. */
@ConformanceCheck(
    id = "tasks/extension-unknown",
    title = "A task of the extension that does not exist returns -32602",
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.TASKS_EXTENSION + "getting-tasks",
    requires = ServerPrerequisite.TASKS)
final class ExtensionUnknown implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    McpResponse reply =
        TaskExtensionSteps.callMethod(
            probe.client(TaskExtensionSteps.DECLARED), "tasks/get", "no-such-task-at-all");
    probe.expect(reply.code() == -32602, "error -32602", reply);
  }
}
