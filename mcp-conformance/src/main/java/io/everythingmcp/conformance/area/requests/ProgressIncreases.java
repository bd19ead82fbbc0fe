package io.everythingmcp.conformance.area.requests;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** Progress increases. */
@ConformanceCheck(
    id = "requests/progress-increases",
    title = "Progress increases with each notification",
    specification = SpecificationLinks.PROGRESS + "progress-flow",
    requires = ServerPrerequisite.TOOL_PROGRESS)
final class ProgressIncreases implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    double last = Double.NEGATIVE_INFINITY;
    McpResponse reply = ProgressCalls.call(probe, probe.client(), "token-grows");
    for (JsonNode notification : ProgressCalls.some(probe, reply)) {
      JsonNode progress = notification.at("/params/progress");
      probe.expect(
          progress.isNumber() && progress.asDouble() > last,
          "a number above " + last,
          notification);
      last = progress.asDouble();
    }
  }
}
