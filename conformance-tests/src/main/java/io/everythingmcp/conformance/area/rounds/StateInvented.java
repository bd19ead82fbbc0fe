package io.everythingmcp.conformance.area.rounds;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.server.Role;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Talk;
import io.everythingmcp.conformance.talk.ToolCall;

/** A state that the server never gave. */
@Check(
    id = "rounds/state-invented",
    title = "A state that the server never gave is refused",
    since = Revision.R2026_07_28,
    rule = Spec.ROUNDS + "security-considerations",
    needs = Need.TOOL_STATE)
final class StateInvented implements Scenario {
  @Override
  public void run(Probe probe) {
    Talk talk = probe.talk(Round.ABLE);
    ToolCall call = probe.tool(Role.STATE);
    Reply asked = Round.first(probe, talk, call);
    probe.onlyIf(Round.state(asked) != null, call.tool() + " gives no state");
    Reply reply = Round.again(talk, call, Round.answers(asked), "eyJzdGVwIjo5OX0=");
    probe.expect(reply.message().has("error"), "a JSON-RPC error", reply);
  }
}
