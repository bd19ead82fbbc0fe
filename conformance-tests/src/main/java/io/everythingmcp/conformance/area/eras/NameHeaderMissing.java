package io.everythingmcp.conformance.area.eras;

import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Stateless;

/** The name of a tool is said twice. */
@Check(
    id = "eras/name-header-missing",
    title = "A call without Mcp-Name is refused with 400 and -32020",
    since = Revision.R2026_07_28,
    rule = Spec.STATELESS_HTTP + "standard-request-headers",
    needs = Need.TOOLS)
final class NameHeaderMissing implements Scenario {
  @Override
  public void run(Probe probe) {
    Stateless talk = probe.stateless();
    RawRequest request = talk.calling(probe.harmlessTool()).header("Mcp-Name", null);
    Envelope.refused(probe, talk.send(request), -32020);
  }
}
