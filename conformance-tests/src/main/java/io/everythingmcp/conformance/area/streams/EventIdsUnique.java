package io.everythingmcp.conformance.area.streams;

import io.everythingmcp.conformance.harness.SseEvent;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** An event id says which event it is, in the whole session. */
@Check(
    id = "streams/event-ids-unique",
    title = "No two events of a session have the same id, not even on different streams",
    since = Revision.R2025_03_26,
    until = Revision.R2025_11_25,
    rule = Spec.TRANSPORTS + "resumability-and-redelivery",
    needs = Need.TOOL_PROGRESS)
final class EventIdsUnique implements Scenario {
  @Override
  public void run(Probe probe) {
    Session session = probe.session();
    List<String> ids = new ArrayList<>();
    for (String token : List.of("one", "two")) {
      for (SseEvent event : Calls.progressing(probe, session, token).rest()) {
        if (event.id() != null && !event.id().isEmpty()) {
          ids.add(event.id());
        }
      }
    }
    probe.onlyIf(!ids.isEmpty(), "events have no ids: the server does not offer to resume");
    probe.expect(new HashSet<>(ids).size() == ids.size(), "ids that are all different", ids);
  }
}
