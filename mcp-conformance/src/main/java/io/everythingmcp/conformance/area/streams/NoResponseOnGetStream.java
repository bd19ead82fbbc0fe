package io.everythingmcp.conformance.area.streams;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.client.ToolCall;
import io.everythingmcp.conformance.harness.SseStream;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import io.everythingmcp.conformance.server.ToolRole;
import java.time.Duration;
import java.util.Optional;

/** Responses are on the stream of their request. */
@ConformanceCheck(
    id = "streams/no-response-on-get-stream",
    title = "The stream opened by GET has no response and no progress of a request",
    since = SpecRevision.R2025_03_26,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.TRANSPORTS + "listening-for-messages-from-the-server",
    requires = ServerPrerequisite.TOOL_PROGRESS)
final class NoResponseOnGetStream implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatefulClient session = probe.session();
    SseStream listening = probe.openGetStream(session);
    ToolCall call = probe.tool(ToolRole.PROGRESS);
    session.send(session.post(call.message(session.nextId(), "own")));
    Optional<JsonNode> stray =
        listening.messageWithin(Duration.ofMillis(400), m -> StreamingCalls.isAnswer(m));
    probe.expect(stray.isEmpty(), "no response on the GET stream", stray.orElse(null));
  }
}
