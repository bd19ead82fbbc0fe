package io.everythingmcp.conformance.area.streams;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.harness.SseEvent;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** An event id is unique in the whole session. */
@ConformanceCheck(
    id = "streams/event-ids-unique",
    title = "No two events of a session have the same id, not even on different streams",
    since = SpecRevision.R2025_03_26,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.TRANSPORTS + "resumability-and-redelivery",
    requires = ServerPrerequisite.TOOL_PROGRESS)
final class EventIdsUnique implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatefulClient session = probe.session();
    List<String> ids = new ArrayList<>();
    for (String token : List.of("one", "two")) {
      for (SseEvent event : StreamingCalls.progressing(probe, session, token).rest()) {
        if (event.id() != null && !event.id().isEmpty()) {
          ids.add(event.id());
        }
      }
    }
    probe.assumeThat(!ids.isEmpty(), "events have no ids: the server does not support resumption");
    probe.expect(new HashSet<>(ids).size() == ids.size(), "ids that are all different", ids);
  }
}
