package io.everythingmcp.conformance.area.lifecycle;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;

/** Who has begun a session says which one it is. */
@Check(
    id = "lifecycle/session-id-missing",
    title = "A request without a session id is answered with 400",
    level = Level.SHOULD,
    since = Revision.R2025_03_26,
    until = Revision.R2025_11_25,
    rule = Spec.TRANSPORTS + "session-management",
    needs = Need.SESSION_ID)
final class SessionIdMissing implements Scenario {
  @Override
  public void run(Probe probe) {
    Session session = probe.session();
    Reply reply = session.send(session.asking("ping", "{}").header("Mcp-Session-Id", null));
    probe.expect(reply.status() == 400, "400", reply);
  }
}
