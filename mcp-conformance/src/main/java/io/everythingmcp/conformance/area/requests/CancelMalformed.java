package io.everythingmcp.conformance.area.requests;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** An invalid cancellation has no effect. */
@ConformanceCheck(
    id = "requests/cancel-malformed",
    title = "A cancellation without a requestId has no effect on the session",
    level = RequirementLevel.SHOULD,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.CANCELLATION + "error-handling")
final class CancelMalformed implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatefulClient session = probe.session();
    int status = session.sendNotification("notifications/cancelled", "{'requestId':{'a':[]}}");
    probe.expect(status < 500, "202 or 4xx", "HTTP " + status);
    McpResponse reply = session.callMethod("ping");
    probe.expect(reply.hasResult(), "a response to a ping afterwards", reply);
  }
}
