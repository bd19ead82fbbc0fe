package io.everythingmcp.conformance.area.tasks;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** Methods of the earlier tasks are unknown. */
@ConformanceCheck(
    id = "tasks/extension-result-removed",
    title = "tasks/result returns 404 and -32601 in 2026-07-28",
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.TASKS_EXTENSION + "overview",
    requires = ServerPrerequisite.TASKS)
final class ExtensionResultRemoved implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    McpResponse reply =
        TaskExtensionSteps.callMethod(
            probe.client(TaskExtensionSteps.DECLARED), "tasks/result", "any");
    probe.expect(
        reply.status() == 404 && reply.code() == -32601, "HTTP 404 with error -32601", reply);
  }
}
