package io.everythingmcp.conformance.area.mrtr;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import io.everythingmcp.conformance.server.ToolRole;

/** Input requests are limited to the declared capabilities. */
@ConformanceCheck(
    id = "mrtr/only-declared-input-requests",
    title = "A client that did not declare elicitation receives no elicitation",
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.ROUNDS + "server-requirements-basic-workflow",
    requires = ServerPrerequisite.TOOL_INPUT_REQUIRED)
final class OnlyDeclaredInputRequests implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    McpResponse reply = probe.client("{'sampling':{}}").call(probe.tool(ToolRole.INPUT_REQUIRED));
    for (JsonNode request : reply.result().path("inputRequests")) {
      probe.expect(
          !request.path("method").asText().equals("elicitation/create"), "no elicitation", request);
    }
  }
}
