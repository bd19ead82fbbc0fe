package io.everythingmcp.conformance.area.eras;

import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Stateless;

/** An argument is the same in header and body. */
@Check(
    id = "eras/param-header-mismatch",
    title = "A call whose argument is another one in its header is refused with -32020",
    since = Revision.R2026_07_28,
    rule = Spec.STATELESS_HTTP + "server-behavior-for-custom-headers",
    needs = Need.TOOLS)
final class ParamHeaderMismatch implements Scenario {
  @Override
  public void run(Probe probe) {
    Stateless talk = probe.stateless();
    ParamHeaders.Annotated tool = ParamHeaders.find(probe);
    RawRequest request = talk.calling(tool.call()).header(tool.header(), "elsewhere");
    Envelope.refused(probe, talk.send(request), -32020);
  }
}
