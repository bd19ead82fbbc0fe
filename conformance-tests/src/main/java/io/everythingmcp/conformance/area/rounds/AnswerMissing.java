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

/** What was not answered is asked again. */
@Check(
    id = "rounds/answer-missing",
    title = "A call that comes again without answers is asked again",
    level = Level.SHOULD,
    since = Revision.R2026_07_28,
    rule = Spec.ROUNDS + "error-handling",
    needs = Need.TOOL_ASKS)
final class AnswerMissing implements Scenario {
  @Override
  public void run(Probe probe) {
    Talk talk = probe.talk(Round.ABLE);
    ToolCall call = probe.tool(Role.ASKS);
    Reply asked = Round.first(probe, talk, call);
    Reply reply = Round.again(talk, call, Json.object("{}"), Round.state(asked));
    probe.expect(
        reply.result().path("resultType").asText().equals("input_required"),
        "the question again",
        reply);
  }
}
