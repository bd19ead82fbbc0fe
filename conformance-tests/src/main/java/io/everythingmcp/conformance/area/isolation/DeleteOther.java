package io.everythingmcp.conformance.area.isolation;

import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;

/** A session is not ended by somebody else. */
@Check(
    id = "isolation/delete-other-session",
    title = "Somebody else cannot end a session",
    since = Revision.R2025_03_26,
    until = Revision.R2025_11_25,
    rule = Hijack.RULE,
    needs = {Need.SECOND_CALLER, Need.SESSION_ID})
final class DeleteOther implements Scenario {
  @Override
  public void run(Probe probe) {
    Session mine = probe.session();
    RawResponse response = mine.by(probe.second()).delete().send();
    response.text();
    probe.onlyIf(response.status() != 405, "the server does not let clients end sessions (405)");
    Hijack.refused(probe, response.status());
    Hijack.ownerGoesOn(probe, mine);
  }
}
