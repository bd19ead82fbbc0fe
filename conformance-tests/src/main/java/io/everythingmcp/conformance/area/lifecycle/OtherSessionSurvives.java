package io.everythingmcp.conformance.area.lifecycle;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;

/** Sessions end one by one. */
@Check(
    id = "lifecycle/other-session-survives",
    title = "DELETE of one session leaves another one of the same caller alone",
    since = Revision.R2025_03_26,
    until = Revision.R2025_11_25,
    rule = Spec.TRANSPORTS + "session-management",
    needs = Need.SESSION_ID)
final class OtherSessionSurvives implements Scenario {
  @Override
  public void run(Probe probe) {
    Session stays = probe.session();
    Session goes = probe.session();
    int status = goes.delete().send().status();
    probe.onlyIf(status != 405, "the server does not let clients end sessions (405)");
    Reply reply = stays.ask("ping");
    probe.expect(reply.hasResult(), "an answer in the session that was not deleted", reply);
  }
}
