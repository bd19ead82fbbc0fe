package io.everythingmcp.conformance.area.tasks;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import io.everythingmcp.conformance.server.ToolRole;
import java.util.List;

/** In the tasks extension the result itself is the task. */
@ConformanceCheck(
    id = "tasks/extension-created",
    title = "A task of the extension has its id, status, times and ttlMs in the result itself",
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.TASKS_EXTENSION + "creating-tasks",
    requires = {ServerPrerequisite.TASKS, ServerPrerequisite.TOOL_SHORT_TASK})
final class ExtensionCreated implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    McpResponse reply =
        TaskExtensionSteps.start(
            probe, probe.client(TaskExtensionSteps.DECLARED), ToolRole.SHORT_TASK);
    for (String field : List.of("taskId", "status", "createdAt", "lastUpdatedAt")) {
      probe.expect(reply.result().path(field).isTextual(), field + " in the result", reply);
    }
    probe.expect(reply.result().has("ttlMs"), "ttlMs, a number or null", reply);
  }
}
