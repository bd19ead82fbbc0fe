package io.everythingmcp.conformance.area.streams;

import io.everythingmcp.conformance.harness.SseEvent;
import io.everythingmcp.conformance.harness.SseStream;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;

/** A stream begins with an event to come back to. */
@Check(
    id = "streams/priming-event",
    title = "The stream of a request begins with an event that has an id and empty data",
    level = Level.SHOULD,
    since = Revision.R2025_11_25,
    until = Revision.R2025_11_25,
    rule = Spec.TRANSPORTS + "sending-messages-to-the-server",
    needs = Need.TOOL_PROGRESS)
final class PrimingEvent implements Scenario {
  @Override
  public void run(Probe probe) {
    SseStream stream = Calls.progressing(probe, probe.session(), "priming");
    SseEvent first = stream.next();
    boolean ids = first.id() != null || stream.rest().stream().anyMatch(e -> e.id() != null);
    probe.onlyIf(ids, "events have no ids: the server does not offer to resume");
    probe.expect(first.id() != null && first.data().isEmpty(), "an id and empty data", first);
  }
}
