package io.everythingmcp.conformance.area.eras;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;

/** A method that does not exist. */
@Check(
    id = "eras/unknown-method",
    title = "A method that does not exist is answered with 404 and -32601",
    since = Revision.R2026_07_28,
    rule = Spec.STATELESS_HTTP + "sending-messages")
final class UnknownMethod implements Scenario {
  @Override
  public void run(Probe probe) {
    Reply reply = probe.stateless().ask("conformance/no-such-method");
    probe.expect(
        reply.status() == 404 && reply.code() == -32601, "HTTP 404 with error -32601", reply);
  }
}
