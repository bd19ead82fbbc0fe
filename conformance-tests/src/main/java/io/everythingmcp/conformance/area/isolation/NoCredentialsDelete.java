package io.everythingmcp.conformance.area.isolation;

import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;

/** A session id is no credential. */
@Check(
    id = "isolation/no-credentials-delete",
    title = "The end of a session without credentials is refused with 401",
    since = Revision.R2025_03_26,
    until = Revision.R2025_11_25,
    rule = Spec.AUTHORIZATION + "token-requirements",
    needs = {Need.PROTECTION, Need.SESSION_ID})
final class NoCredentialsDelete implements Scenario {
  @Override
  public void run(Probe probe) {
    Session mine = probe.session();
    RawResponse response = mine.by(probe.anonymous()).delete().send();
    response.text();
    probe.onlyIf(response.status() != 405, "the server does not let clients end sessions (405)");
    probe.expect(response.status() == 401, "HTTP 401", response);
    Hijack.ownerGoesOn(probe, mine);
  }
}
