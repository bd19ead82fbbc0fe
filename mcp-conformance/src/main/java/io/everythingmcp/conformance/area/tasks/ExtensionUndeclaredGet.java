package io.everythingmcp.conformance.area.tasks;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** tasks/get requires the extension. */
@ConformanceCheck(
    id = "tasks/extension-undeclared-get",
    title = "tasks/get of a client that did not declare the extension is refused with -32021",
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.TASKS_EXTENSION + "capabilities",
    requires = ServerPrerequisite.TASKS)
final class ExtensionUndeclaredGet implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    McpResponse reply = TaskExtensionSteps.callMethod(probe.client(), "tasks/get", "some-task");
    probe.expect(reply.code() == -32021, "error -32021", reply);
  }
}
