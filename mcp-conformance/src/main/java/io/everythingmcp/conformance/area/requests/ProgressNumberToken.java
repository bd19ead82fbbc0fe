package io.everythingmcp.conformance.area.requests;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** A progress token keeps its type. */
@ConformanceCheck(
    id = "requests/progress-number-token",
    title = "A progress token that is a number is returned as a number",
    specification = SpecificationLinks.PROGRESS + "progress-flow",
    requires = ServerPrerequisite.TOOL_PROGRESS)
final class ProgressNumberToken implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    McpResponse reply = ProgressCalls.call(probe, probe.client(), 4711);
    for (JsonNode notification : ProgressCalls.some(probe, reply)) {
      JsonNode token = notification.at("/params/progressToken");
      probe.expect(token.isNumber() && token.asInt() == 4711, "the number 4711", notification);
    }
  }
}
