package io.everythingmcp.conformance.area.security;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** A GET stream from a foreign origin is rejected. */
@ConformanceCheck(
    id = "security/foreign-origin-stream",
    title = "A stream for a page of a foreign origin is refused with 403",
    since = SpecRevision.R2025_03_26,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.TRANSPORTS + "security-warning",
    requires = ServerPrerequisite.LOCAL)
final class ForeignOriginStream implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    RawResponse response = probe.session().get().header("Origin", "http://evil.example").send();
    probe.assumeThat(response.status() != 405, "the server does not support the GET stream (405)");
    boolean stream = response.status() == 200 && response.isStream();
    if (stream) {
      probe.streamOf(response);
    }
    probe.expect(response.status() == 403, "HTTP 403", stream ? "a stream" : response);
  }
}
