package io.everythingmcp.conformance.area.streams;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SseEvent;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import io.everythingmcp.conformance.server.ToolRole;
import java.util.List;

/** A retry field precedes the end of a stream without a response. */
@ConformanceCheck(
    id = "streams/sse-polling",
    title = "A server that closes a stream before the response has sent a retry field",
    level = RequirementLevel.SHOULD,
    since = SpecRevision.R2025_11_25,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.TRANSPORTS + "sending-messages-to-the-server",
    requires = ServerPrerequisite.TOOL_SSE_POLLING)
final class SsePolling implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatefulClient session = probe.session();
    RawResponse response = session.calling(probe.tool(ToolRole.SSE_POLLING)).send();
    probe.assumeThat(response.isStream(), "the response to the call is not a stream");
    List<SseEvent> events = probe.streamOf(response).rest();
    probe.assumeThat(
        events.stream().noneMatch(StreamingCalls::isAnswer), "the stream is not ended early");
    probe.expect(
        events.stream().anyMatch(event -> event.id() != null), "an event with an id", events);
    probe.expect(
        events.stream().anyMatch(event -> event.retry() != null), "a field \"retry\"", events);
  }
}
