package io.everythingmcp.conformance.area.stateless;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** An unknown method is rejected. */
@ConformanceCheck(
    id = "stateless/unknown-method",
    title = "A method that does not exist returns 404 and -32601",
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.STATELESS_HTTP + "sending-messages")
final class UnknownMethod implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    McpResponse reply = probe.stateless().callMethod("conformance/no-such-method");
    probe.expect(
        reply.status() == 404 && reply.code() == -32601, "HTTP 404 with error -32601", reply);
  }
}
