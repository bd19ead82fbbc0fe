package io.everythingmcp.conformance.area.instances;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** A session is valid at every instance. */
@ConformanceCheck(
    id = "instances/session-elsewhere",
    title = "A session that was created at one instance continues at the other",
    since = SpecRevision.R2025_03_26,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.TRANSPORTS + "session-management",
    requires = {ServerPrerequisite.SECOND_INSTANCE, ServerPrerequisite.SESSION_ID})
final class SessionElsewhere implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatefulClient here = probe.session();
    StatefulClient there = here.by(probe.otherInstance(), probe.otherPath());
    McpResponse reply = there.callMethod("ping");
    probe.expect(reply.hasResult(), "a response at the other instance", reply);
  }
}
