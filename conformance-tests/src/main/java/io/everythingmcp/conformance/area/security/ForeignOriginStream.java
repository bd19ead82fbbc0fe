package io.everythingmcp.conformance.area.security;

import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;

/** Nor does it listen for its visitor. */
@Check(
    id = "security/foreign-origin-stream",
    title = "A stream for a page of a foreign origin is refused with 403",
    since = Revision.R2025_03_26,
    until = Revision.R2025_11_25,
    rule = Spec.TRANSPORTS + "security-warning",
    needs = Need.LOCAL)
final class ForeignOriginStream implements Scenario {
  @Override
  public void run(Probe probe) {
    RawResponse response = probe.session().get().header("Origin", "http://evil.example").send();
    probe.onlyIf(response.status() != 405, "the server offers no stream by GET (405)");
    boolean stream = response.status() == 200 && response.isStream();
    if (stream) {
      probe.streamOf(response);
    }
    probe.expect(response.status() == 403, "HTTP 403", stream ? "a stream" : response);
  }
}
