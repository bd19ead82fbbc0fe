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

/** A task can be cancelled. */
@ConformanceCheck(
    id = "tasks/task-cancelled",
    title = "A task that is cancelled has the status cancelled and keeps it",
    since = SpecRevision.R2025_11_25,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.TASKS + "task-cancellation",
    requires = {ServerPrerequisite.TASKS, ServerPrerequisite.TOOL_TASK})
final class TaskCancelled implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatefulClient session = probe.session();
    probe.assumeThat(session.declares("tasks.cancel"), "the server does not cancel tasks");
    String id = TaskAugmentedSteps.startedTaskId(probe, session, ToolRole.TASK);
    McpResponse reply = TaskAugmentedSteps.callMethod(session, "tasks/cancel", id);
    String status = reply.result().path("status").asText();
    probe.expect(status.equals("cancelled"), "the status cancelled", reply);
    String later = TaskAugmentedSteps.status(session, id);
    probe.expect(later.equals("cancelled"), "the status cancelled afterwards", later);
  }
}
