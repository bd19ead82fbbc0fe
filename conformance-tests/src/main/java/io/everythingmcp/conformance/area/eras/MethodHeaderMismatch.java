package io.everythingmcp.conformance.area.eras;

import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Stateless;
import java.util.List;

/** Whoever reads only the header reads the truth. */
@Check(
    id = "eras/method-header-mismatch",
    title = "A request whose Mcp-Method is not its method is refused, the case of letters counts",
    since = Revision.R2026_07_28,
    rule = Spec.STATELESS_HTTP + "server-validation")
final class MethodHeaderMismatch implements Scenario {
  @Override
  public void run(Probe probe) {
    Stateless talk = probe.stateless();
    for (String method : List.of("tools/list", "SERVER/DISCOVER")) {
      RawRequest request = talk.post(Envelope.discover(talk)).header("Mcp-Method", method);
      Envelope.refused(probe, talk.send(request), -32020);
    }
  }
}
