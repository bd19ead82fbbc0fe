package io.everythingmcp.conformance.area.lifecycle;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;

/** A version that the server does not speak is not served. */
@Check(
    id = "lifecycle/version-header-unsupported",
    title = "A request whose MCP-Protocol-Version does not exist is answered with 400",
    since = Revision.R2025_06_18,
    until = Revision.R2025_11_25,
    rule = Spec.TRANSPORTS + "protocol-version-header")
final class VersionHeaderUnsupported implements Scenario {
  @Override
  public void run(Probe probe) {
    Session session = probe.session();
    Reply reply =
        session.send(session.asking("ping", "{}").header("MCP-Protocol-Version", "1999-01-01"));
    probe.expect(reply.status() == 400, "400", reply);
  }
}
