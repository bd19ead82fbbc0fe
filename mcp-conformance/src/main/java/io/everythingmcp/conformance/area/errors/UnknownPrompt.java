package io.everythingmcp.conformance.area.errors;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** An unknown prompt is rejected. */
@ConformanceCheck(
    id = "errors/unknown-prompt",
    title = "A prompt that does not exist returns error -32602",
    level = RequirementLevel.SHOULD,
    specification = SpecificationLinks.PROMPTS + "error-handling",
    requires = ServerPrerequisite.PROMPTS)
final class UnknownPrompt implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    McpResponse reply = probe.client().callMethod("prompts/get", "{'name':'no_such_prompt_here'}");
    probe.expect(reply.code() == -32602, "error -32602", reply);
  }
}
