package io.everythingmcp.conformance.area.eras;

import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Stateless;

/** What is called is what the header says. */
@Check(
    id = "eras/name-header-mismatch",
    title = "A call whose Mcp-Name is not the name of the tool is refused with -32020",
    since = Revision.R2026_07_28,
    rule = Spec.STATELESS_HTTP + "server-validation",
    needs = Need.TOOLS)
final class NameHeaderMismatch implements Scenario {
  @Override
  public void run(Probe probe) {
    Stateless talk = probe.stateless();
    RawRequest request = talk.calling(probe.harmlessTool()).header("Mcp-Name", "something-else");
    Envelope.refused(probe, talk.send(request), -32020);
  }
}
