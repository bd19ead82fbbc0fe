package io.everythingmcp.conformance.area.streams;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.harness.SseEvent;
import io.everythingmcp.conformance.harness.SseStream;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** The first event has an id for resumption. */
@ConformanceCheck(
    id = "streams/priming-event",
    title = "The stream of a request begins with an event that has an id and empty data",
    level = RequirementLevel.SHOULD,
    since = SpecRevision.R2025_11_25,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.TRANSPORTS + "sending-messages-to-the-server",
    requires = ServerPrerequisite.TOOL_PROGRESS)
final class PrimingEvent implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    SseStream stream = StreamingCalls.progressing(probe, probe.session(), "priming");
    SseEvent first = stream.next();
    boolean ids = first.id() != null || stream.rest().stream().anyMatch(e -> e.id() != null);
    probe.assumeThat(ids, "events have no ids: the server does not support resumption");
    probe.expect(first.id() != null && first.data().isEmpty(), "an id and empty data", first);
  }
}
