package io.everythingmcp.conformance.area.rounds;

import com.fasterxml.jackson.databind.node.ObjectNode;
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

/** An answer to nothing does no harm. */
@Check(
    id = "rounds/answer-unknown-ignored",
    title = "An answer that nobody asked for is ignored",
    level = Level.SHOULD,
    since = Revision.R2026_07_28,
    rule = Spec.ROUNDS + "error-handling",
    needs = Need.TOOL_ASKS)
final class AnswerUnknownIgnored implements Scenario {
  @Override
  public void run(Probe probe) {
    Talk talk = probe.talk(Round.ABLE);
    ToolCall call = probe.tool(Role.ASKS);
    Reply asked = Round.first(probe, talk, call);
    ObjectNode answers = Round.answers(asked);
    answers.set("nobody-asked-this", Json.object("{'action':'accept','content':{'x':1}}"));
    Reply reply = Round.again(talk, call, answers, Round.state(asked));
    probe.expect(reply.hasResult() && !reply.toolFailed(), "a result as without it", reply);
  }
}
