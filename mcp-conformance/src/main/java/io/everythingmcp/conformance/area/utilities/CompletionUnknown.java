package io.everythingmcp.conformance.area.utilities;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** An unknown prompt is rejected. */
@ConformanceCheck(
    id = "utilities/completion-unknown",
    title = "A completion for a prompt that does not exist is refused with -32602",
    level = RequirementLevel.SHOULD,
    specification = SpecificationLinks.COMPLETION + "error-handling",
    requires = ServerPrerequisite.COMPLETIONS)
final class CompletionUnknown implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    McpResponse reply =
        probe
            .client()
            .callMethod(
                "completion/complete",
                "{'ref':{'type':'ref/prompt','name':'no_such_prompt'},"
                    + "'argument':{'name':'a','value':''}}");
    probe.expect(reply.code() == -32602, "error -32602", reply);
  }
}
