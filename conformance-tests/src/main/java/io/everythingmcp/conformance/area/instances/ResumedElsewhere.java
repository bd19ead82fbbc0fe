package io.everythingmcp.conformance.area.instances;

import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SseEvent;
import io.everythingmcp.conformance.harness.SseStream;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.server.Role;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;
import io.everythingmcp.conformance.talk.ToolCall;

/** A stream that broke here goes on there. */
@Check(
    id = "instances/resume",
    title = "A stream that was begun at one instance is resumed at the other",
    level = Level.SHOULD,
    since = Revision.R2025_03_26,
    until = Revision.R2025_11_25,
    rule = Spec.TRANSPORTS + "resumability-and-redelivery",
    needs = {Need.SECOND_INSTANCE, Need.SESSION_ID, Need.TOOL_PROGRESS})
final class ResumedElsewhere implements Scenario {
  @Override
  public void run(Probe probe) {
    Session here = probe.session();
    ToolCall call = probe.tool(Role.PROGRESS);
    RawResponse response = here.post(call.message(here.nextId(), "moves")).send();
    probe.onlyIf(response.isStream(), "the call is answered without a stream");
    SseStream stream = probe.streamOf(response);
    SseEvent first = stream.next();
    probe.onlyIf(first.id() != null, "events have no ids: the server does not offer to resume");
    stream.close();
    RawResponse rest = here.by(probe.otherInstance(), probe.otherPath()).resume(first.id()).send();
    probe.expect(rest.status() == 200 && rest.isStream(), "a stream", "HTTP " + rest.status());
    boolean answered =
        probe
            .streamOf(rest)
            .messageWithin(probe.profile().server().patience(), m -> m.has("result"))
            .isPresent();
    probe.expect(answered, "the answer at the other instance", "nothing");
  }
}
