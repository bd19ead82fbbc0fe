package io.everythingmcp.conformance.area.isolation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.Rpc;
import io.everythingmcp.conformance.harness.SseStream;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.server.Role;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;
import java.time.Duration;

/** Nobody answers for somebody else. */
@Check(
    id = "isolation/answer-for-other",
    title = "Somebody else cannot answer what the server asked the owner of a session",
    since = Revision.R2025_06_18,
    until = Revision.R2025_11_25,
    rule = Hijack.RULE,
    needs = {Need.SECOND_CALLER, Need.SESSION_ID, Need.TOOL_ASKS_LIVE})
final class AnswerForOther implements Scenario {
  @Override
  public void run(Probe probe) {
    Session mine = probe.session("{'elicitation':{}}");
    RawResponse response = mine.calling(probe.tool(Role.ASKS_LIVE)).send();
    probe.onlyIf(response.isStream(), "the call is answered without a stream");
    SseStream stream = probe.streamOf(response);
    JsonNode question = stream.message(m -> m.has("method") && m.has("id"));
    ObjectNode answer = Rpc.result(question.get("id"), "{'action':'decline'}");
    RawResponse foreign = mine.by(probe.second()).post(answer).send();
    foreign.text();
    Hijack.refused(probe, foreign.status());
    boolean over =
        stream
            .messageWithin(Duration.ofMillis(400), m -> m.has("result") || m.has("error"))
            .isPresent();
    probe.expect(!over, "a question that is still open", "the call came to its end");
    mine.answer(question);
  }
}
