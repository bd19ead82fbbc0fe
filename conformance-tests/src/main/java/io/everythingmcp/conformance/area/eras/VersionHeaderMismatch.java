package io.everythingmcp.conformance.area.eras;

import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Stateless;

/** Header and body agree on the version. */
@Check(
    id = "eras/version-header-mismatch",
    title = "A request whose header names another version than its body is refused with -32020",
    since = Revision.R2026_07_28,
    rule = Spec.STATELESS_HTTP + "protocol-version-header")
final class VersionHeaderMismatch implements Scenario {
  @Override
  public void run(Probe probe) {
    Stateless talk = probe.stateless();
    RawRequest request =
        talk.post(Envelope.discover(talk)).header("MCP-Protocol-Version", "2025-11-25");
    Envelope.refused(probe, talk.send(request), -32020);
  }
}
