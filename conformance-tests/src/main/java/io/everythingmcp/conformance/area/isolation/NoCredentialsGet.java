package io.everythingmcp.conformance.area.isolation;

import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;

/** A session id is no credential. */
@Check(
    id = "isolation/no-credentials-get",
    title = "A stream of a session without credentials is refused with 401",
    since = Revision.R2025_03_26,
    until = Revision.R2025_11_25,
    rule = Spec.AUTHORIZATION + "token-requirements",
    needs = {Need.PROTECTION, Need.SESSION_ID})
final class NoCredentialsGet implements Scenario {
  @Override
  public void run(Probe probe) {
    RawResponse response = probe.session().by(probe.anonymous()).get().send();
    if (response.isStream()) {
      probe.streamOf(response);
    }
    probe.onlyIf(response.status() != 405, "the server offers no stream by GET (405)");
    probe.expect(response.status() == 401, "HTTP 401", "HTTP " + response.status());
  }
}
