package io.everythingmcp.conformance.area.isolation;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;

/** A session is not spoken in by somebody else. */
@Check(
    id = "isolation/post-in-other-session",
    title = "A request of somebody else in a session is refused",
    since = Revision.R2025_03_26,
    until = Revision.R2025_11_25,
    rule = Hijack.RULE,
    needs = {Need.SECOND_CALLER, Need.SESSION_ID})
final class PostInOther implements Scenario {
  @Override
  public void run(Probe probe) {
    Session mine = probe.session();
    Reply reply = mine.by(probe.second()).ask("tools/list");
    Hijack.refused(probe, reply.status());
    Hijack.ownerGoesOn(probe, mine);
  }
}
