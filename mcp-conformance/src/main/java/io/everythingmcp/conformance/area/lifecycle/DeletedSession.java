package io.everythingmcp.conformance.area.lifecycle;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** A request in a deleted session returns 404. */
@ConformanceCheck(
    id = "lifecycle/deleted-session",
    title = "A session that was deleted returns 404",
    since = SpecRevision.R2025_03_26,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.TRANSPORTS + "session-management",
    requires = ServerPrerequisite.SESSION_ID)
final class DeletedSession implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatefulClient session = probe.session();
    int status = session.delete().send().status();
    probe.assumeThat(status != 405, "the server does not let clients end sessions (405)");
    McpResponse reply = session.callMethod("ping");
    probe.expect(reply.status() == 404, "404 for a request in a deleted session", reply);
  }
}
