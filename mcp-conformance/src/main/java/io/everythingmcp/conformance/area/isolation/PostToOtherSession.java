package io.everythingmcp.conformance.area.isolation;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;

/** A session can be used by its owner only. */
@ConformanceCheck(
    id = "isolation/post-to-other-session",
    title = "A request of another caller in a session is refused",
    since = SpecRevision.R2025_03_26,
    until = SpecRevision.R2025_11_25,
    specification = IsolationAssertions.RULE,
    requires = {ServerPrerequisite.SECOND_CALLER, ServerPrerequisite.SESSION_ID})
final class PostToOtherSession implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatefulClient mine = probe.session();
    McpResponse reply = mine.by(probe.second()).callMethod("tools/list");
    IsolationAssertions.refused(probe, reply.status());
    IsolationAssertions.ownerIsUnaffected(probe, mine);
  }
}
