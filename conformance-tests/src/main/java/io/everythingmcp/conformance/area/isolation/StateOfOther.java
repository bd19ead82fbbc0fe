package io.everythingmcp.conformance.area.isolation;

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
import io.everythingmcp.conformance.talk.Talk;
import io.everythingmcp.conformance.talk.ToolCall;

/** A state is not used by somebody else. */
@Check(
    id = "isolation/state-of-other",
    title = "A state that was given to one caller is refused from another",
    since = Revision.R2026_07_28,
    rule = Spec.ROUNDS + "security-considerations",
    needs = {Need.SECOND_CALLER, Need.TOOL_STATE})
final class StateOfOther implements Scenario {
  @Override
  public void run(Probe probe) {
    String able = "{'elicitation':{},'sampling':{},'roots':{}}";
    ToolCall call = probe.tool(Role.STATE);
    Reply asked = probe.talk(able).call(call);
    String state = asked.result().path("requestState").asText("");
    probe.onlyIf(!state.isEmpty(), call.tool() + " gives no state");
    Talk theirs = probe.secondTalk(able);
    ObjectNode message = call.message(theirs.nextId());
    ObjectNode params = message.withObject("/params");
    params.put("requestState", state);
    ObjectNode answers = params.putObject("inputResponses");
    asked
        .result()
        .path("inputRequests")
        .properties()
        .forEach(request -> answers.set(request.getKey(), Answers.to(request.getValue())));
    Reply reply = theirs.send(theirs.post(message));
    probe.expect(reply.refused(), "an error", reply);
  }
}
