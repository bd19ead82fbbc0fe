package io.everythingmcp.conformance.area.isolation;

import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;

/** A session is not listened to by somebody else. */
@Check(
    id = "isolation/listen-in-other-session",
    title = "A stream for somebody else in a session is refused",
    since = Revision.R2025_03_26,
    until = Revision.R2025_11_25,
    rule = Hijack.RULE,
    needs = {Need.SECOND_CALLER, Need.SESSION_ID})
final class ListenInOther implements Scenario {
  @Override
  public void run(Probe probe) {
    Session mine = probe.session();
    RawResponse response = mine.by(probe.second()).get().send();
    probe.onlyIf(response.status() != 405, "the server offers no stream by GET (405)");
    if (response.isStream()) {
      probe.streamOf(response);
    }
    Hijack.refused(probe, response.status());
    Hijack.ownerGoesOn(probe, mine);
  }
}
