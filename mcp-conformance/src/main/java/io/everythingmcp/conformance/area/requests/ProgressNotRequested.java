package io.everythingmcp.conformance.area.requests;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import io.everythingmcp.conformance.server.ToolRole;
import java.util.List;

/** There is no progress without a progress token. */
@ConformanceCheck(
    id = "requests/progress-not-requested",
    title = "A request without a progress token gets no progress",
    specification = SpecificationLinks.PROGRESS + "behavior-requirements",
    requires = ServerPrerequisite.TOOL_PROGRESS)
final class ProgressNotRequested implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    McpResponse reply = probe.client().call(probe.tool(ToolRole.PROGRESS));
    List<JsonNode> progress = ProgressCalls.progress(reply);
    probe.expect(progress.isEmpty(), "no notifications/progress", progress);
  }
}
