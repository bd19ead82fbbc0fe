package io.everythingmcp.conformance.area.instances;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;

/** What is over is over everywhere. */
@Check(
    id = "instances/deleted-session",
    title = "A session that was ended at one instance answers 404 at the other",
    since = Revision.R2025_03_26,
    until = Revision.R2025_11_25,
    rule = Spec.TRANSPORTS + "session-management",
    needs = {Need.SECOND_INSTANCE, Need.SESSION_ID})
final class DeletedElsewhere implements Scenario {
  @Override
  public void run(Probe probe) {
    Session here = probe.session();
    Session there = here.by(probe.otherInstance(), probe.otherPath());
    there.ask("ping");
    int status = here.delete().send().status();
    probe.onlyIf(status != 405, "the server does not let clients end sessions (405)");
    Reply reply = there.ask("ping");
    probe.expect(reply.status() == 404, "HTTP 404 at the other instance", reply);
  }
}
