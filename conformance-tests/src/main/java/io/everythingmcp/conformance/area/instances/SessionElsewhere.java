package io.everythingmcp.conformance.area.instances;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;

/** A session is a session at every instance. */
@Check(
    id = "instances/session",
    title = "A session that was begun at one instance goes on at the other",
    since = Revision.R2025_03_26,
    until = Revision.R2025_11_25,
    rule = Spec.TRANSPORTS + "session-management",
    needs = {Need.SECOND_INSTANCE, Need.SESSION_ID})
final class SessionElsewhere implements Scenario {
  @Override
  public void run(Probe probe) {
    Session here = probe.session();
    Session there = here.by(probe.otherInstance(), probe.otherPath());
    Reply reply = there.ask("ping");
    probe.expect(reply.hasResult(), "an answer at the other instance", reply);
  }
}
