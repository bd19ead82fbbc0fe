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
import java.util.List;

/** A state that a client has changed is not believed. */
@Check(
    id = "rounds/state-tampered",
    title = "A state that was changed is refused",
    since = Revision.R2026_07_28,
    rule = Spec.ROUNDS + "security-considerations",
    needs = Need.TOOL_STATE)
final class StateTampered implements Scenario {
  @Override
  public void run(Probe probe) {
    Talk talk = probe.talk(Round.ABLE);
    ToolCall call = probe.tool(Role.STATE);
    Reply asked = Round.first(probe, talk, call);
    String state = Round.state(asked);
    probe.onlyIf(state != null, call.tool() + " gives no state");
    int middle = state.length() / 2;
    char other = state.charAt(middle) == 'A' ? 'B' : 'A';
    for (String spoilt :
        List.of(
            state.substring(0, middle) + other + state.substring(middle + 1),
            state + "x",
            state.substring(0, middle))) {
      Reply reply = Round.again(talk, call, Round.answers(asked), spoilt);
      probe.expect(reply.message().has("error"), "a JSON-RPC error", reply);
    }
  }
}
