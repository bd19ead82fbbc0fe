package io.everythingmcp.conformance.area.isolation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SseStream;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.server.ToolRole;
import java.time.Duration;

/** A request of the server can be answered by the owner of the session only. */
@ConformanceCheck(
    id = "isolation/response-for-other-caller",
    title = "Another caller cannot respond to a request of the server to the owner of a session",
    since = SpecRevision.R2025_06_18,
    until = SpecRevision.R2025_11_25,
    specification = IsolationAssertions.RULE,
    requires = {
      ServerPrerequisite.SECOND_CALLER,
      ServerPrerequisite.SESSION_ID,
      ServerPrerequisite.TOOL_ELICITATION
    })
final class ResponseForOtherCaller implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatefulClient mine = probe.session("{'elicitation':{}}");
    RawResponse response = mine.calling(probe.tool(ToolRole.ELICITATION)).send();
    probe.assumeThat(response.isStream(), "the call is answered without a stream");
    SseStream stream = probe.streamOf(response);
    JsonNode question = stream.message(m -> m.has("method") && m.has("id"));
    ObjectNode answer = JsonRpcMessages.result(question.get("id"), "{'action':'decline'}");
    RawResponse foreign = mine.by(probe.second()).post(answer).send();
    foreign.text();
    IsolationAssertions.refused(probe, foreign.status());
    boolean over =
        stream
            .messageWithin(Duration.ofMillis(400), m -> m.has("result") || m.has("error"))
            .isPresent();
    probe.expect(!over, "a question that is still open", "the call came to its end");
    mine.answer(question);
  }
}
