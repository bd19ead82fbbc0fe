package io.everythingmcp.conformance.area.instances;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** A session is deleted on all instances. */
@ConformanceCheck(
    id = "instances/session-deleted-elsewhere",
    title = "A session that was ended at one instance returns 404 at the other",
    since = SpecRevision.R2025_03_26,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.TRANSPORTS + "session-management",
    requires = {ServerPrerequisite.SECOND_INSTANCE, ServerPrerequisite.SESSION_ID})
final class SessionDeletedElsewhere implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatefulClient here = probe.session();
    StatefulClient there = here.by(probe.otherInstance(), probe.otherPath());
    there.callMethod("ping");
    int status = here.delete().send().status();
    probe.assumeThat(status != 405, "the server does not let clients end sessions (405)");
    McpResponse reply = there.callMethod("ping");
    probe.expect(reply.status() == 404, "HTTP 404 at the other instance", reply);
  }
}
