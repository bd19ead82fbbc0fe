package io.everythingmcp.conformance.area.isolation;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;

/** A GET stream can be opened by the owner of the session only. */
@ConformanceCheck(
    id = "isolation/get-stream-of-other-caller",
    title = "A GET stream of another caller in a session is refused",
    since = SpecRevision.R2025_03_26,
    until = SpecRevision.R2025_11_25,
    specification = IsolationAssertions.RULE,
    requires = {ServerPrerequisite.SECOND_CALLER, ServerPrerequisite.SESSION_ID})
final class GetStreamOfOtherCaller implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatefulClient mine = probe.session();
    RawResponse response = mine.by(probe.second()).get().send();
    probe.assumeThat(response.status() != 405, "the server does not support the GET stream (405)");
    if (response.isStream()) {
      probe.streamOf(response);
    }
    IsolationAssertions.refused(probe, response.status());
    IsolationAssertions.ownerIsUnaffected(probe, mine);
  }
}
