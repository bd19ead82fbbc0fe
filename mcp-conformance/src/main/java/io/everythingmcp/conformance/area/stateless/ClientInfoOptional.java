package io.everythingmcp.conformance.area.stateless;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatelessClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** clientInfo is optional. */
@ConformanceCheck(
    id = "stateless/client-info-optional",
    title = "A request without clientInfo is served",
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.STATELESS + "_meta")
final class ClientInfoOptional implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatelessClient talk = probe.stateless();
    ObjectNode message = MalformedMetaRequests.discover(talk);
    ObjectNode meta = message.withObject("/params/_meta");
    meta.put(StatelessClient.VERSION, talk.revision().text());
    meta.putObject(StatelessClient.CAPABILITIES);
    McpResponse reply = talk.send(talk.bare(message));
    probe.expect(reply.hasResult(), "a result", reply);
  }
}
