package io.everythingmcp.conformance.area.rounds;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.server.Role;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;

/** Nobody is asked what they cannot answer. */
@Check(
    id = "rounds/asked-as-declared",
    title = "A client that did not declare elicitation is not asked by elicitation",
    since = Revision.R2026_07_28,
    rule = Spec.ROUNDS + "server-requirements-basic-workflow",
    needs = Need.TOOL_ASKS)
final class AskedAsDeclared implements Scenario {
  @Override
  public void run(Probe probe) {
    Reply reply = probe.talk("{'sampling':{}}").call(probe.tool(Role.ASKS));
    for (JsonNode request : reply.result().path("inputRequests")) {
      probe.expect(
          !request.path("method").asText().equals("elicitation/create"), "no elicitation", request);
    }
  }
}
