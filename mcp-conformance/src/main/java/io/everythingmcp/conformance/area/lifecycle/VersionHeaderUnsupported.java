package io.everythingmcp.conformance.area.lifecycle;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** An unsupported version is rejected. */
@ConformanceCheck(
    id = "lifecycle/version-header-unsupported",
    title = "A request whose MCP-Protocol-Version does not exist returns 400",
    since = SpecRevision.R2025_06_18,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.TRANSPORTS + "protocol-version-header")
final class VersionHeaderUnsupported implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatefulClient session = probe.session();
    McpResponse reply =
        session.send(
            session.prepareRequest("ping", "{}").header("MCP-Protocol-Version", "1999-01-01"));
    probe.expect(reply.status() == 400, "400", reply);
  }
}
