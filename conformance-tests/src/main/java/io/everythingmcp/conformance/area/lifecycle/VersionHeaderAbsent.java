package io.everythingmcp.conformance.area.lifecycle;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;

/** Clients that do not know the header yet are served. */
@Check(
    id = "lifecycle/version-header-absent",
    title = "A request in a session without MCP-Protocol-Version is served",
    level = Level.SHOULD,
    since = Revision.R2025_06_18,
    until = Revision.R2025_11_25,
    rule = Spec.TRANSPORTS + "protocol-version-header")
final class VersionHeaderAbsent implements Scenario {
  @Override
  public void run(Probe probe) {
    Session session = probe.session();
    Reply reply = session.send(session.asking("ping", "{}").header("MCP-Protocol-Version", null));
    probe.expect(reply.hasResult(), "an answer, as version 2025-03-26 is to be assumed", reply);
  }
}
