package io.everythingmcp.conformance.area.tasks;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import io.everythingmcp.conformance.server.ToolRole;

/** Tasks require the extension. */
@ConformanceCheck(
    id = "tasks/extension-undeclared-call",
    title = "A client that did not declare the tasks extension gets no task",
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.TASKS_EXTENSION + "capabilities",
    requires = {ServerPrerequisite.TASKS, ServerPrerequisite.TOOL_SHORT_TASK})
final class ExtensionUndeclaredCall implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    McpResponse reply = probe.client().call(probe.tool(ToolRole.SHORT_TASK));
    String type = reply.result().path("resultType").asText();
    probe.expect(
        type.equals("complete") || reply.code() == -32021,
        "a result, or error -32021, and no task",
        reply);
  }
}
