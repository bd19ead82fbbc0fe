package io.everythingmcp.conformance.area.errors;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** An unknown method does not end the session. */
@ConformanceCheck(
    id = "errors/unknown-method-in-session",
    title = "In a session an unknown method returns -32601, and not with status 404",
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.TRANSPORTS + "session-management")
final class UnknownMethodInSession implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    McpResponse reply = probe.session().callMethod("conformance/unknown-here");
    probe.expect(reply.code() == -32601, "error -32601", reply);
    probe.expect(reply.status() != 404, "another status than 404, which ends the session", reply);
  }
}
