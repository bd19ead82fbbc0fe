package io.everythingmcp.conformance.area.eras;

import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SseEvent;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.server.Role;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Stateless;
import io.everythingmcp.conformance.talk.ToolCall;
import java.util.List;

/** Streams cannot be resumed any more. */
@Check(
    id = "eras/no-event-ids",
    title = "Events of a stream have no ids, as nothing can be resumed",
    level = Level.SHOULD,
    since = Revision.R2026_07_28,
    rule = Spec.STATELESS_HTTP + "receiving-messages",
    needs = Need.TOOL_PROGRESS)
final class NoEventIds implements Scenario {
  @Override
  public void run(Probe probe) {
    Stateless talk = probe.stateless();
    ToolCall call = probe.tool(Role.PROGRESS);
    RawResponse response = talk.post(call.message(talk.nextId(), "ids")).send();
    probe.onlyIf(response.isStream(), "the call is answered without a stream");
    List<SseEvent> events = probe.streamOf(response).rest();
    probe.expect(events.stream().allMatch(event -> event.id() == null), "no ids", events);
  }
}
