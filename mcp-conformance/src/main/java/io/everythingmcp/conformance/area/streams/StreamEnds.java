package io.everythingmcp.conformance.area.streams;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.SuiteClient;
import io.everythingmcp.conformance.client.ToolCall;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SseStream;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import io.everythingmcp.conformance.server.ToolRole;
import java.time.Duration;

/** A stream ends with its response. */
@ConformanceCheck(
    id = "streams/stream-ends",
    title = "The stream of a request ends after the response",
    level = RequirementLevel.SHOULD,
    since = SpecRevision.R2025_03_26,
    specification = SpecificationLinks.TRANSPORTS + "sending-messages-to-the-server",
    requires = ServerPrerequisite.TOOL_PROGRESS)
final class StreamEnds implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    SuiteClient talk = probe.client();
    ToolCall call = probe.tool(ToolRole.PROGRESS);
    RawResponse response = talk.post(call.message(talk.nextId(), "end")).send();
    probe.assumeThat(response.isStream(), "the response to " + call.tool() + " is not a stream");
    SseStream stream = probe.streamOf(response);
    stream.message(StreamingCalls::isAnswer);
    probe.expect(stream.endsWithin(Duration.ofSeconds(2)), "the end of the stream", "it is open");
  }
}
