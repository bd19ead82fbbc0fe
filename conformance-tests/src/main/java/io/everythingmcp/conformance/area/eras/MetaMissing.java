package io.everythingmcp.conformance.area.eras;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Stateless;

/** A request that does not say what it is. */
@Check(
    id = "eras/meta-missing",
    title = "A request without the required keys in _meta is refused with 400 and -32602",
    since = Revision.R2026_07_28,
    rule = Spec.STATELESS + "_meta")
final class MetaMissing implements Scenario {
  @Override
  public void run(Probe probe) {
    Stateless talk = probe.stateless();
    ObjectNode message = Envelope.discover(talk);
    Envelope.refused(probe, talk.send(talk.bare(message)), -32602);
    ObjectNode partial = Envelope.discover(talk);
    partial.withObject("/params/_meta").put(Stateless.VERSION, talk.revision().text());
    Envelope.refused(probe, talk.send(talk.bare(partial)), -32602);
  }
}
