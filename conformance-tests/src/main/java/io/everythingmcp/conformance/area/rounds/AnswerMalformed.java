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

/** An answer that does not fit is none. */
@Check(
    id = "rounds/answer-malformed",
    title = "An answer of the wrong shape leads to an error or to the question again",
    level = Level.SHOULD,
    since = Revision.R2026_07_28,
    rule = Spec.ROUNDS + "error-handling",
    needs = Need.TOOL_ASKS)
final class AnswerMalformed implements Scenario {
  @Override
  public void run(Probe probe) {
    Talk talk = probe.talk(Round.ABLE);
    ToolCall call = probe.tool(Role.ASKS);
    Reply asked = Round.first(probe, talk, call);
    ObjectNode answers = Json.object("{}");
    asked
        .result()
        .path("inputRequests")
        .fieldNames()
        .forEachRemaining(key -> answers.set(key, Json.object("{'action':'accept','content':7}")));
    Reply reply = Round.again(talk, call, answers, Round.state(asked));
    boolean complete = reply.result().path("resultType").asText().equals("complete");
    probe.expect(!complete || reply.toolFailed(), "an error, or the question again", reply);
  }
}
