package io.everythingmcp.conformance.area.requests;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** Cancellation of an unknown request is ignored. */
@ConformanceCheck(
    id = "requests/cancel-unknown",
    title = "Cancelling a request that does not exist is ignored",
    level = RequirementLevel.SHOULD,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.CANCELLATION + "error-handling")
final class CancelUnknown implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatefulClient session = probe.session();
    int status = session.sendNotification("notifications/cancelled", "{'requestId':'never-was'}");
    probe.expect(status / 100 == 2, "202", "HTTP " + status);
    McpResponse reply = session.callMethod("ping");
    probe.expect(reply.hasResult(), "a response to a ping afterwards", reply);
  }
}
