package io.everythingmcp.conformance.area.eras;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Stateless;

/** An argument that belongs into a header is there. */
@Check(
    id = "eras/param-header-missing",
    title = "A call whose argument is missing in its header is refused with -32020",
    since = Revision.R2026_07_28,
    rule = Spec.STATELESS_HTTP + "server-behavior-for-custom-headers",
    needs = Need.TOOLS)
final class ParamHeaderMissing implements Scenario {
  @Override
  public void run(Probe probe) {
    Stateless talk = probe.stateless();
    Envelope.refused(probe, talk.call(ParamHeaders.find(probe).call()), -32020);
  }
}
