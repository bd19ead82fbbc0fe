package io.everythingmcp.conformance.area.streams;

import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SseEvent;
import io.everythingmcp.conformance.harness.SseStream;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;

/** Who comes back gets the rest. */
@Check(
    id = "streams/resume",
    title = "A client that comes back with Last-Event-ID gets what it missed, the answer too",
    level = Level.SHOULD,
    since = Revision.R2025_03_26,
    until = Revision.R2025_11_25,
    rule = Spec.TRANSPORTS + "resumability-and-redelivery",
    needs = Need.TOOL_PROGRESS)
final class Resume implements Scenario {
  @Override
  public void run(Probe probe) {
    Session session = probe.session();
    SseStream stream = Calls.progressing(probe, session, "resume");
    SseEvent first = Calls.firstWithId(probe, stream);
    stream.close();
    RawResponse response = probe.answered(session.resume(first.id()));
    probe.expect(
        response.status() == 200 && response.isStream(),
        "a stream with the rest",
        "HTTP " + response.status());
    boolean answered =
        probe
            .streamOf(response)
            .messageWithin(probe.profile().server().patience(), Calls::isAnswer)
            .isPresent();
    probe.expect(answered, "the answer to the call on the resumed stream", "no answer");
  }
}
