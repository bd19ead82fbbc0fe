package io.everythingmcp.conformance.area.isolation;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;

/** A session can be deleted by its owner only. */
@ConformanceCheck(
    id = "isolation/delete-other-session",
    title = "Another caller cannot end a session",
    since = SpecRevision.R2025_03_26,
    until = SpecRevision.R2025_11_25,
    specification = IsolationAssertions.RULE,
    requires = {ServerPrerequisite.SECOND_CALLER, ServerPrerequisite.SESSION_ID})
final class DeleteOtherSession implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatefulClient mine = probe.session();
    RawResponse response = mine.by(probe.second()).delete().send();
    response.text();
    probe.assumeThat(
        response.status() != 405, "the server does not let clients end sessions (405)");
    IsolationAssertions.refused(probe, response.status());
    IsolationAssertions.ownerIsUnaffected(probe, mine);
  }
}
