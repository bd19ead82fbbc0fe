package io.everythingmcp.conformance.area.lifecycle;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** A session id is not guessable. */
@ConformanceCheck(
    id = "lifecycle/session-id-unique",
    title = "Session ids are long and do not resemble each other",
    level = RequirementLevel.SHOULD,
    since = SpecRevision.R2025_03_26,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.TRANSPORTS + "session-management",
    requires = ServerPrerequisite.SESSION_ID)
final class SessionIdUnique implements Scenario {
  private static final int LENGTH = 16;

  @Override
  public void run(ScenarioContext probe) {
    String first = probe.session().id();
    String second = probe.session().id();
    probe.expect(first.length() >= LENGTH, "at least " + LENGTH + " characters", first);
    int same = 0;
    for (int i = 0; i < Math.min(first.length(), second.length()); i++) {
      same += first.charAt(i) == second.charAt(i) ? 1 : 0;
    }
    probe.expect(
        same <= first.length() / 2,
        "ids that differ in more than half of their characters",
        first + " and " + second);
  }
}
