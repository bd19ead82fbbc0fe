package io.everythingmcp.conformance.area.lifecycle;

import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;

/** A stream of a session that is over cannot be opened. */
@Check(
    id = "lifecycle/deleted-session-stream",
    title = "A stream of a session that was deleted is refused with 404",
    since = Revision.R2025_03_26,
    until = Revision.R2025_11_25,
    rule = Spec.TRANSPORTS + "session-management",
    needs = Need.SESSION_ID)
final class DeletedSessionStream implements Scenario {
  @Override
  public void run(Probe probe) {
    Session session = probe.session();
    int status = session.delete().send().status();
    probe.onlyIf(status != 405, "the server does not let clients end sessions (405)");
    RawResponse response = session.get().send();
    probe.onlyIf(response.status() != 405, "the server offers no stream by GET (405)");
    boolean stream = response.isStream() && response.status() == 200;
    if (stream) {
      response.events().close();
    }
    probe.expect(response.status() == 404, "404", stream ? "a stream" : response);
  }
}
