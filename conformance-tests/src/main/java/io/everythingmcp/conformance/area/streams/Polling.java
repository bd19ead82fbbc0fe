package io.everythingmcp.conformance.area.streams;

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
import io.everythingmcp.conformance.talk.Session;
import java.util.List;

/** A server that hangs up says when to come back. */
@Check(
    id = "streams/polling",
    title = "A server that ends a connection before the answer said before when to come back",
    level = Level.SHOULD,
    since = Revision.R2025_11_25,
    until = Revision.R2025_11_25,
    rule = Spec.TRANSPORTS + "sending-messages-to-the-server",
    needs = Need.TOOL_POLLS)
final class Polling implements Scenario {
  @Override
  public void run(Probe probe) {
    Session session = probe.session();
    RawResponse response = session.calling(probe.tool(Role.POLLS)).send();
    probe.onlyIf(response.isStream(), "the call is answered without a stream");
    List<SseEvent> events = probe.streamOf(response).rest();
    probe.onlyIf(events.stream().noneMatch(Calls::isAnswer), "the stream is not ended early");
    probe.expect(
        events.stream().anyMatch(event -> event.id() != null), "an event with an id", events);
    probe.expect(
        events.stream().anyMatch(event -> event.retry() != null), "a field \"retry\"", events);
  }
}
