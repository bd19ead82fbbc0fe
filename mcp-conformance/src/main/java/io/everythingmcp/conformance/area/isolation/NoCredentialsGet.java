package io.everythingmcp.conformance.area.isolation;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** A session id is not a credential. */
@ConformanceCheck(
    id = "isolation/no-credentials-get",
    title = "A stream of a session without credentials is refused with 401",
    since = SpecRevision.R2025_03_26,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.AUTHORIZATION + "token-requirements",
    requires = {ServerPrerequisite.PROTECTION, ServerPrerequisite.SESSION_ID})
final class NoCredentialsGet implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    RawResponse response = probe.session().by(probe.anonymous()).get().send();
    if (response.isStream()) {
      probe.streamOf(response);
    }
    probe.assumeThat(response.status() != 405, "the server does not support the GET stream (405)");
    probe.expect(response.status() == 401, "HTTP 401", "HTTP " + response.status());
  }
}
