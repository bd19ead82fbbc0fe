package io.everythingmcp.conformance.area.tasks;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import java.util.List;

/** An unknown task is rejected. */
@ConformanceCheck(
    id = "tasks/task-unknown",
    title = "A task that does not exist returns -32602, by get and by result",
    since = SpecRevision.R2025_11_25,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.TASKS + "protocol-errors",
    requires = ServerPrerequisite.TASKS)
final class TaskUnknown implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatefulClient session = probe.session();
    for (String method : List.of("tasks/get", "tasks/result")) {
      McpResponse reply = TaskAugmentedSteps.callMethod(session, method, "no-such-task");
      probe.expect(reply.code() == -32602, "error -32602 to " + method, reply);
    }
  }
}
