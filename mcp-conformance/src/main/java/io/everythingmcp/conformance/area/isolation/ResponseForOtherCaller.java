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

/** Only the owner of a session can respond to a server-to-client request. */
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
    probe.assumeThat(response.isStream(), "the response to the call is not a stream");
    SseStream stream = probe.streamOf(response);
    JsonNode inputRequest = stream.message(m -> m.has("method") && m.has("id"));
    ObjectNode reply = JsonRpcMessages.result(inputRequest.get("id"), "{'action':'decline'}");
    RawResponse foreign = mine.by(probe.second()).post(reply).send();
    foreign.text();
    IsolationAssertions.refused(probe, foreign.status());
    boolean over =
        stream
            .messageWithin(Duration.ofMillis(400), m -> m.has("result") || m.has("error"))
            .isPresent();
    probe.expect(!over, "a pending input request", "the call has ended");
    mine.respond(inputRequest);
  }
}
