package io.everythingmcp.conformance.area.lifecycle;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** An unknown session is treated like an expired one. */
@ConformanceCheck(
    id = "lifecycle/unknown-session",
    title = "An unknown session id returns 404",
    level = RequirementLevel.SHOULD,
    since = SpecRevision.R2025_03_26,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.TRANSPORTS + "session-management",
    requires = ServerPrerequisite.SESSION_ID)
final class UnknownSession implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatefulClient session = probe.session();
    String unknown = "00000000-1111-4222-8333-444444444444";
    McpResponse reply =
        session.send(session.prepareRequest("ping", "{}").header("Mcp-Session-Id", unknown));
    probe.expect(
        reply.status() == 404,
        "404, by which a client detects that it must initialize again",
        reply);
  }
}
