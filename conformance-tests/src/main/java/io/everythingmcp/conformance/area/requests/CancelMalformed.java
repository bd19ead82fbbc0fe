package io.everythingmcp.conformance.area.requests;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;

/** A cancellation that says nothing does no harm. */
@Check(
    id = "requests/cancel-malformed",
    title = "A cancellation that does not say of what does no harm to the session",
    level = Level.SHOULD,
    until = Revision.R2025_11_25,
    rule = Spec.CANCELLATION + "error-handling")
final class CancelMalformed implements Scenario {
  @Override
  public void run(Probe probe) {
    Session session = probe.session();
    int status = session.tell("notifications/cancelled", "{'requestId':{'a':[]}}");
    probe.expect(status < 500, "202 or 4xx", "HTTP " + status);
    Reply reply = session.ask("ping");
    probe.expect(reply.hasResult(), "an answer to a ping afterwards", reply);
  }
}
