package io.everythingmcp.conformance.area.eras;

import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Stateless;

/** What cannot be decoded is not guessed. */
@Check(
    id = "eras/name-header-bad-encoding",
    title = "An Mcp-Name whose encoding is broken is refused with -32020",
    since = Revision.R2026_07_28,
    rule = Spec.STATELESS_HTTP + "value-encoding",
    needs = Need.TOOLS)
final class NameHeaderBadEncoding implements Scenario {
  @Override
  public void run(Probe probe) {
    Stateless talk = probe.stateless();
    RawRequest request =
        talk.calling(probe.harmlessTool()).header("Mcp-Name", "=?base64?not!base64?=");
    Envelope.refused(probe, talk.send(request), -32020);
  }
}
