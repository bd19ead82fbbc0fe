package io.everythingmcp.conformance.area.requests;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** A progress notification has the token of its request. */
@ConformanceCheck(
    id = "requests/progress-token",
    title = "Progress carries the token of the request",
    specification = SpecificationLinks.PROGRESS + "behavior-requirements",
    requires = ServerPrerequisite.TOOL_PROGRESS)
final class ProgressToken implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    McpResponse reply = ProgressCalls.call(probe, probe.client(), "token-7f");
    for (JsonNode notification : ProgressCalls.some(probe, reply)) {
      String token = notification.at("/params/progressToken").asText();
      probe.expect(token.equals("token-7f"), "the token token-7f", notification);
    }
  }
}
