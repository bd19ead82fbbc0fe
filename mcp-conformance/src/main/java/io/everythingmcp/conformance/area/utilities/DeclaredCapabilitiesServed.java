package io.everythingmcp.conformance.area.utilities;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SuiteClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import java.util.List;

/** Declared capabilities are supported. */
@ConformanceCheck(
    id = "utilities/declared-capabilities-served",
    title = "The list methods of declared capabilities return a result",
    specification = SpecificationLinks.LIFECYCLE + "capability-negotiation")
final class DeclaredCapabilitiesServed implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    SuiteClient talk = probe.client();
    for (String capability : List.of("tools", "resources", "prompts")) {
      if (talk.declares(capability)) {
        McpResponse reply = talk.callMethod(capability + "/list");
        probe.expect(reply.result().path(capability).isArray(), "a list of " + capability, reply);
      }
    }
  }
}
