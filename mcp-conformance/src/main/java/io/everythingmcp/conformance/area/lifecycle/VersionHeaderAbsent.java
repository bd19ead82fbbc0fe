package io.everythingmcp.conformance.area.lifecycle;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** Requests without the version header are accepted. */
@ConformanceCheck(
    id = "lifecycle/version-header-absent",
    title = "A request in a session without MCP-Protocol-Version is served",
    level = RequirementLevel.SHOULD,
    since = SpecRevision.R2025_06_18,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.TRANSPORTS + "protocol-version-header")
final class VersionHeaderAbsent implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatefulClient session = probe.session();
    McpResponse reply =
        session.send(session.prepareRequest("ping", "{}").header("MCP-Protocol-Version", null));
    probe.expect(reply.hasResult(), "a response, since version 2025-03-26 must be assumed", reply);
  }
}
