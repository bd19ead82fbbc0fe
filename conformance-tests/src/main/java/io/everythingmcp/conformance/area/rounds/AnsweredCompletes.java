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

/** Who has answered gets on. */
@Check(
    id = "rounds/answered-completes",
    title = "A call whose questions are answered comes to its result",
    since = Revision.R2026_07_28,
    rule = Spec.ROUNDS + "basic-workflow",
    needs = Need.TOOL_ASKS)
final class AnsweredCompletes implements Scenario {
  private static final int ROUNDS = 6;

  @Override
  public void run(Probe probe) {
    Talk talk = probe.talk(Round.ABLE);
    ToolCall call = probe.tool(Role.ASKS);
    Reply reply = Round.first(probe, talk, call);
    for (int i = 0; i < ROUNDS && asks(reply); i++) {
      reply = Round.again(talk, call, Round.answers(reply), Round.state(reply));
    }
    probe.expect(
        reply.result().path("resultType").asText().equals("complete"),
        "a result that is complete after at most " + ROUNDS + " rounds",
        reply);
  }

  private static boolean asks(Reply reply) {
    return reply.result().path("resultType").asText().equals("input_required");
  }
}
