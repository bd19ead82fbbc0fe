package io.everythingmcp.conformance.area.streams;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.SseEvent;
import io.everythingmcp.conformance.harness.SseStream;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;
import java.time.Duration;
import java.util.Optional;

/** What is replayed is of the stream that broke. */
@Check(
    id = "streams/resume-only-that-stream",
    title = "A resumed stream does not carry messages of another stream",
    since = Revision.R2025_03_26,
    until = Revision.R2025_11_25,
    rule = Spec.TRANSPORTS + "resumability-and-redelivery",
    needs = Need.TOOL_PROGRESS)
final class ResumeOnlyThatStream implements Scenario {
  @Override
  public void run(Probe probe) {
    Session session = probe.session();
    SseStream mine = Calls.progressing(probe, session, "mine");
    SseEvent first = Calls.firstWithId(probe, mine);
    mine.close();
    Calls.progressing(probe, session, "other").rest();
    SseStream resumed = probe.resumed(session, first.id());
    Optional<JsonNode> foreign =
        resumed.messageWithin(
            Duration.ofMillis(1500),
            m -> Calls.isAnswer(m) || m.at("/params/progressToken").asText().equals("other"));
    boolean own = foreign.isEmpty() || Calls.isAnswer(foreign.get());
    probe.expect(own, "only messages of the resumed stream", foreign.orElse(null));
  }
}
