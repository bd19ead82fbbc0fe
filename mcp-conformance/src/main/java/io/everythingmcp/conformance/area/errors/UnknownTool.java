package io.everythingmcp.conformance.area.errors;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.ToolCall;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** An unknown tool is rejected. */
@ConformanceCheck(
    id = "errors/unknown-tool",
    title = "A call of a tool that does not exist returns error -32602",
    level = RequirementLevel.SHOULD,
    specification = SpecificationLinks.TOOLS + "error-handling",
    requires = ServerPrerequisite.TOOLS)
final class UnknownTool implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    McpResponse reply = probe.client().call(ToolCall.of("no_such_tool_here", "{}"));
    probe.expect(
        reply.code() == -32602, "a protocol error, -32602, and not the result of a tool", reply);
  }
}
