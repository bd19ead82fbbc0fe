package io.everythingmcp.conformance.area.lifecycle;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;

/** A ping has an empty result. */
@ConformanceCheck(
    id = "lifecycle/ping-result",
    title = "A ping returns an empty result",
    until = SpecRevision.R2025_11_25,
    specification =
        "https://modelcontextprotocol.io/specification/2025-11-25/basic/utilities/ping#behavior-requirements")
final class PingResult implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    McpResponse reply = probe.session().callMethod("ping");
    probe.expect(
        reply.result().isObject() && reply.result().size() == (reply.result().has("_meta") ? 1 : 0),
        "an empty object as result",
        reply);
  }
}
