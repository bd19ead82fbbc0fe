package io.everythingmcp.conformance.area.lifecycle;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** A session id is a valid header value. */
@ConformanceCheck(
    id = "lifecycle/session-id-visible",
    title = "A session id consists of visible ASCII characters",
    since = SpecRevision.R2025_03_26,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.TRANSPORTS + "session-management",
    requires = ServerPrerequisite.SESSION_ID)
final class SessionIdVisible implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    String id = probe.session().id();
    boolean visible = id.chars().allMatch(c -> c >= 0x21 && c <= 0x7e);
    probe.expect(visible && !id.isEmpty(), "only characters from 0x21 to 0x7E", id);
  }
}
