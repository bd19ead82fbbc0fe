package io.everythingmcp.conformance.area.errors;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;

/** A method that does not exist is not the end of a session. */
@Check(
    id = "errors/unknown-method",
    title = "In a session an unknown method is answered with -32601, and not with status 404",
    until = Revision.R2025_11_25,
    rule = Spec.TRANSPORTS + "session-management")
final class MethodUnknown implements Scenario {
  @Override
  public void run(Probe probe) {
    Reply reply = probe.session().ask("conformance/unknown-here");
    probe.expect(reply.code() == -32601, "error -32601", reply);
    probe.expect(reply.status() != 404, "another status than 404, which ends the session", reply);
  }
}
