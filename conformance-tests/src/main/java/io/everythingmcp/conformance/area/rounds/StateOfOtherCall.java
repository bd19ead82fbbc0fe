package io.everythingmcp.conformance.area.rounds;

import io.everythingmcp.conformance.harness.Json;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.server.Role;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Talk;
import io.everythingmcp.conformance.talk.ToolCall;

/** A state belongs to the call it was given for. */
@Check(
    id = "rounds/state-of-other-call",
    title = "A state does not work for another call than the one it was given for",
    level = Level.SHOULD,
    since = Revision.R2026_07_28,
    rule = Spec.ROUNDS + "security-considerations",
    needs = Need.TOOL_STATE)
final class StateOfOtherCall implements Scenario {
  @Override
  public void run(Probe probe) {
    Talk talk = probe.talk(Round.ABLE);
    ToolCall call = probe.tool(Role.STATE);
    String state = Round.state(Round.first(probe, talk, call));
    probe.onlyIf(state != null, call.tool() + " gives no state");
    ToolCall other = probe.harmlessTool();
    probe.onlyIf(!other.tool().equals(call.tool()), "there is no other tool to be called");
    Reply reply = Round.again(talk, other, Json.object("{}"), state);
    probe.expect(reply.message().has("error") || reply.toolFailed(), "an error", reply);
  }
}
