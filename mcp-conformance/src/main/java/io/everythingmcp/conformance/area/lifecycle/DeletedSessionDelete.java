package io.everythingmcp.conformance.area.lifecycle;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** A deleted session cannot be deleted again. */
@ConformanceCheck(
    id = "lifecycle/deleted-session-delete",
    title = "DELETE of a session that was deleted already returns 404",
    since = SpecRevision.R2025_03_26,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.TRANSPORTS + "session-management",
    requires = ServerPrerequisite.SESSION_ID)
final class DeletedSessionDelete implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatefulClient session = probe.session();
    int status = session.delete().send().status();
    probe.assumeThat(status != 405, "the server does not let clients end sessions (405)");
    RawResponse again = session.delete().send();
    probe.expect(again.status() == 404, "404", again);
  }
}
