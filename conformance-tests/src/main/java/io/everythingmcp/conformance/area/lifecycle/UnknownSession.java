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

/** A session that never was is like one that is over. */
@Check(
    id = "lifecycle/unknown-session",
    title = "A session id that the server does not know is answered with 404",
    level = Level.SHOULD,
    since = Revision.R2025_03_26,
    until = Revision.R2025_11_25,
    rule = Spec.TRANSPORTS + "session-management",
    needs = Need.SESSION_ID)
final class UnknownSession implements Scenario {
  @Override
  public void run(Probe probe) {
    Session session = probe.session();
    String unknown = "00000000-1111-4222-8333-444444444444";
    Reply reply = session.send(session.asking("ping", "{}").header("Mcp-Session-Id", unknown));
    probe.expect(
        reply.status() == 404, "404, by which a client knows that it has to begin anew", reply);
  }
}
