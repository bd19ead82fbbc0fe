package io.everythingmcp.conformance.area.lifecycle;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** Sessions end independently. */
@ConformanceCheck(
    id = "lifecycle/other-session-unaffected",
    title = "DELETE of one session does not affect another one of the same caller",
    since = SpecRevision.R2025_03_26,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.TRANSPORTS + "session-management",
    requires = ServerPrerequisite.SESSION_ID)
final class OtherSessionUnaffected implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatefulClient stays = probe.session();
    StatefulClient goes = probe.session();
    int status = goes.delete().send().status();
    probe.assumeThat(status != 405, "the server does not let clients end sessions (405)");
    McpResponse reply = stays.callMethod("ping");
    probe.expect(reply.hasResult(), "a response in the session that was not deleted", reply);
  }
}
