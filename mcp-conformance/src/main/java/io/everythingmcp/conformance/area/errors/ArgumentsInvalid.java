package io.everythingmcp.conformance.area.errors;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import io.everythingmcp.conformance.server.ToolRole;

/** Invalid arguments are reported so that a model can correct them. */
@ConformanceCheck(
    id = "errors/arguments-invalid",
    title = "Invalid arguments return a result with isError",
    level = RequirementLevel.SHOULD,
    since = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.TOOLS + "error-handling",
    requires = ServerPrerequisite.TOOL_INPUT_VALIDATION)
final class ArgumentsInvalid implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    McpResponse reply = probe.client().call(probe.tool(ToolRole.INPUT_VALIDATION));
    probe.expect(reply.toolFailed(), "a result with isError, for the model to read", reply);
  }
}
