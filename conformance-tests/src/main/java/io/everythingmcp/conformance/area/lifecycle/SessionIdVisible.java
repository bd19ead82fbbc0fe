package io.everythingmcp.conformance.area.lifecycle;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;

/** A session id can be written in a header. */
@Check(
    id = "lifecycle/session-id-visible",
    title = "A session id consists of visible ASCII characters",
    since = Revision.R2025_03_26,
    until = Revision.R2025_11_25,
    rule = Spec.TRANSPORTS + "session-management",
    needs = Need.SESSION_ID)
final class SessionIdVisible implements Scenario {
  @Override
  public void run(Probe probe) {
    String id = probe.session().id();
    boolean visible = id.chars().allMatch(c -> c >= 0x21 && c <= 0x7e);
    probe.expect(visible && !id.isEmpty(), "only characters from 0x21 to 0x7E", id);
  }
}
