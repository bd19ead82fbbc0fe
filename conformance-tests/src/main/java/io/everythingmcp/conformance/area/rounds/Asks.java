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
import io.everythingmcp.conformance.talk.Talk;
import java.util.Set;

/** A question has a shape. */
@Check(
    id = "rounds/asks",
    title = "A result that wants input has questions of the three known kinds, or a state, or both",
    since = Revision.R2026_07_28,
    rule = Spec.ROUNDS + "inputrequiredresult",
    needs = Need.TOOL_ASKS)
final class Asks implements Scenario {
  private static final Set<String> KINDS =
      Set.of("elicitation/create", "sampling/createMessage", "roots/list");

  @Override
  public void run(Probe probe) {
    Talk talk = probe.talk(Round.ABLE);
    Reply reply = Round.first(probe, talk, probe.tool(Role.ASKS));
    JsonNode requests = reply.result().path("inputRequests");
    boolean state = reply.result().path("requestState").isTextual();
    probe.expect(requests.size() > 0 || state, "inputRequests or requestState", reply);
    for (JsonNode request : requests) {
      probe.expect(
          KINDS.contains(request.path("method").asText()), "a method of " + KINDS, request);
      probe.expect(
          !request.has("id") && !request.has("jsonrpc"), "neither id nor jsonrpc", request);
    }
  }
}
