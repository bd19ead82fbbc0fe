package io.everythingmcp.conformance.area.utilities;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** A completion is limited to 100 values. */
@ConformanceCheck(
    id = "utilities/completion-format",
    title = "A completion has at most 100 values",
    specification = SpecificationLinks.COMPLETION + "completion-results",
    requires = ServerPrerequisite.COMPLETIONS)
final class CompletionFormat implements Scenario {
  private static final int MOST = 100;

  @Override
  public void run(ScenarioContext probe) {
    McpResponse reply =
        probe.client().callMethod("completion/complete", CompletionTargets.existing(probe));
    JsonNode values = reply.result().at("/completion/values");
    probe.expect(values.isArray(), "completion.values, an array", reply);
    probe.expect(values.size() <= MOST, "at most 100 values", values.size() + " values");
  }
}
