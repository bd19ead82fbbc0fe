package io.everythingmcp.conformance.area.instances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.server.Role;
import io.everythingmcp.conformance.talk.Answers;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Stateless;
import io.everythingmcp.conformance.talk.ToolCall;

/** Asked here, called again there. */
@Check(
    id = "instances/state",
    title = "A state that one instance gave is accepted by the other",
    since = Revision.R2026_07_28,
    rule = Spec.STATELESS + "statelessness",
    needs = {Need.SECOND_INSTANCE, Need.TOOL_STATE})
final class StateElsewhere implements Scenario {
  @Override
  public void run(Probe probe) {
    Stateless here = probe.stateless("{'elicitation':{},'sampling':{},'roots':{}}");
    ToolCall call = probe.tool(Role.STATE);
    Reply asked = here.call(call);
    String state = asked.result().path("requestState").asText("");
    probe.onlyIf(!state.isEmpty(), call.tool() + " gives no state");
    ObjectNode message = call.message(here.nextId());
    ObjectNode params = message.withObject("/params");
    params.put("requestState", state);
    ObjectNode answers = params.putObject("inputResponses");
    asked
        .result()
        .path("inputRequests")
        .properties()
        .forEach(request -> answers.set(request.getKey(), Answers.to(request.getValue())));
    Stateless there = here.by(probe.otherInstance(), probe.otherPath());
    Reply reply = there.send(there.post(message));
    probe.expect(reply.hasResult(), "a result at the other instance", reply);
  }
}
