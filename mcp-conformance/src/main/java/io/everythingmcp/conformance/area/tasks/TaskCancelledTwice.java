package io.everythingmcp.conformance.area.tasks;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import io.everythingmcp.conformance.server.ToolRole;

/** A terminal task cannot be cancelled. */
@ConformanceCheck(
    id = "tasks/task-cancelled-twice",
    title = "Cancelling a terminal task is refused with -32602",
    since = SpecRevision.R2025_11_25,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.TASKS + "task-cancellation",
    requires = {ServerPrerequisite.TASKS, ServerPrerequisite.TOOL_TASK})
final class TaskCancelledTwice implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatefulClient session = probe.session();
    probe.assumeThat(session.declares("tasks.cancel"), "the server does not cancel tasks");
    String id = TaskAugmentedSteps.startedTaskId(probe, session, ToolRole.TASK);
    TaskAugmentedSteps.callMethod(session, "tasks/cancel", id);
    McpResponse reply = TaskAugmentedSteps.callMethod(session, "tasks/cancel", id);
    probe.expect(reply.code() == -32602, "error -32602", reply);
  }
}
