package io.everythingmcp.conformance.area.lifecycle;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;

/** A session id is not guessed. */
@Check(
    id = "lifecycle/session-id-unique",
    title = "Session ids are long and do not resemble each other",
    level = Level.SHOULD,
    since = Revision.R2025_03_26,
    until = Revision.R2025_11_25,
    rule = Spec.TRANSPORTS + "session-management",
    needs = Need.SESSION_ID)
final class SessionIdUnique implements Scenario {
  private static final int LENGTH = 16;

  @Override
  public void run(Probe probe) {
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
