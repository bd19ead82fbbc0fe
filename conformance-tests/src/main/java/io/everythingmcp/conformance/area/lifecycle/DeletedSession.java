package io.everythingmcp.conformance.area.lifecycle;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;

/** Who deleted a session is told that it is gone. */
@Check(
    id = "lifecycle/deleted-session",
    title = "A session that was deleted answers 404",
    since = Revision.R2025_03_26,
    until = Revision.R2025_11_25,
    rule = Spec.TRANSPORTS + "session-management",
    needs = Need.SESSION_ID)
final class DeletedSession implements Scenario {
  @Override
  public void run(Probe probe) {
    Session session = probe.session();
    int status = session.delete().send().status();
    probe.onlyIf(status != 405, "the server does not let clients end sessions (405)");
    Reply reply = session.ask("ping");
    probe.expect(reply.status() == 404, "404 for a request in a deleted session", reply);
  }
}
