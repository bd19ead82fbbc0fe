package io.everythingmcp.conformance.area.stateless;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatelessClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** A request requires its metadata. */
@ConformanceCheck(
    id = "stateless/meta-missing",
    title = "A request without the required keys in _meta is refused with 400 and -32602",
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.STATELESS + "_meta")
final class MetaMissing implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatelessClient talk = probe.stateless();
    ObjectNode message = MalformedMetaRequests.discover(talk);
    MalformedMetaRequests.refused(probe, talk.send(talk.bare(message)), -32602);
    ObjectNode partial = MalformedMetaRequests.discover(talk);
    partial.withObject("/params/_meta").put(StatelessClient.VERSION, talk.revision().text());
    MalformedMetaRequests.refused(probe, talk.send(talk.bare(partial)), -32602);
  }
}
