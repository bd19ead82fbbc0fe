package io.everythingmcp.conformance.area.stateless;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatelessClient;
import io.everythingmcp.conformance.client.ToolCall;
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

/** Streams have no resumption. */
@ConformanceCheck(
    id = "stateless/no-event-ids",
    title = "Events of a stream have no ids, because there is no resumption",
    level = RequirementLevel.SHOULD,
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.STATELESS_HTTP + "receiving-messages",
    requires = ServerPrerequisite.TOOL_PROGRESS)
final class NoEventIds implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatelessClient talk = probe.stateless();
    ToolCall call = probe.tool(ToolRole.PROGRESS);
    RawResponse response = talk.post(call.message(talk.nextId(), "ids")).send();
    probe.assumeThat(response.isStream(), "the response to the call is not a stream");
    List<SseEvent> events = probe.streamOf(response).rest();
    probe.expect(events.stream().allMatch(event -> event.id() == null), "no ids", events);
  }
}
