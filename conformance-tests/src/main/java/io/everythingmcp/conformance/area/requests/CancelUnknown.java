package io.everythingmcp.conformance.area.requests;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;

/** What is not going on cannot be cancelled, and that is no error. */
@Check(
    id = "requests/cancel-unknown",
    title = "Cancelling a request that does not exist is ignored",
    level = Level.SHOULD,
    until = Revision.R2025_11_25,
    rule = Spec.CANCELLATION + "error-handling")
final class CancelUnknown implements Scenario {
  @Override
  public void run(Probe probe) {
    Session session = probe.session();
    int status = session.tell("notifications/cancelled", "{'requestId':'never-was'}");
    probe.expect(status / 100 == 2, "202", "HTTP " + status);
    Reply reply = session.ask("ping");
    probe.expect(reply.hasResult(), "an answer to a ping afterwards", reply);
  }
}
