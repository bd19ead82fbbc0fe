package io.everythingmcp.conformance.area.lifecycle;

import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;

/** What is over cannot be ended again. */
@Check(
    id = "lifecycle/deleted-session-delete",
    title = "DELETE of a session that was deleted already is answered with 404",
    since = Revision.R2025_03_26,
    until = Revision.R2025_11_25,
    rule = Spec.TRANSPORTS + "session-management",
    needs = Need.SESSION_ID)
final class DeletedSessionDelete implements Scenario {
  @Override
  public void run(Probe probe) {
    Session session = probe.session();
    int status = session.delete().send().status();
    probe.onlyIf(status != 405, "the server does not let clients end sessions (405)");
    RawResponse again = session.delete().send();
    probe.expect(again.status() == 404, "404", again);
  }
}
