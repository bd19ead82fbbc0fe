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
import java.util.List;

/** Cancellation of a task is always acknowledged. */
@ConformanceCheck(
    id = "tasks/extension-cancelled",
    title = "Cancelling a task of the extension is acknowledged, a second time too",
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.TASKS_EXTENSION + "cancelling-tasks",
    requires = {ServerPrerequisite.TASKS, ServerPrerequisite.TOOL_TASK})
final class ExtensionCancelled implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    SuiteClient talk = probe.client(TaskExtensionSteps.DECLARED);
    String id = TaskExtensionSteps.startedTaskId(probe, talk, ToolRole.TASK);
    for (String time : List.of("first", "second")) {
      McpResponse reply = TaskExtensionSteps.callMethod(talk, "tasks/cancel", id);
      probe.expect(reply.hasResult(), "an acknowledgement the " + time + " time", reply);
      TaskExtensionSteps.awaitTerminal(probe, talk, id);
    }
  }
}
