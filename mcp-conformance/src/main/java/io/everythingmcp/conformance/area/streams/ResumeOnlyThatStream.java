package io.everythingmcp.conformance.area.streams;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.harness.SseEvent;
import io.everythingmcp.conformance.harness.SseStream;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import java.time.Duration;
import java.util.Optional;

/** A stream replays only its own messages. */
@ConformanceCheck(
    id = "streams/resume-only-that-stream",
    title = "A resumed stream does not carry messages of another stream",
    since = SpecRevision.R2025_03_26,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.TRANSPORTS + "resumability-and-redelivery",
    requires = ServerPrerequisite.TOOL_PROGRESS)
final class ResumeOnlyThatStream implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatefulClient session = probe.session();
    SseStream mine = StreamingCalls.progressing(probe, session, "mine");
    SseEvent first = StreamingCalls.firstWithId(probe, mine);
    mine.close();
    StreamingCalls.progressing(probe, session, "other").rest();
    SseStream resumed = probe.resumeStream(session, first.id());
    Optional<JsonNode> foreign =
        resumed.messageWithin(
            Duration.ofMillis(1500),
            m ->
                StreamingCalls.isAnswer(m)
                    || m.at("/params/progressToken").asText().equals("other"));
    boolean own = foreign.isEmpty() || StreamingCalls.isAnswer(foreign.get());
    probe.expect(own, "only messages of the resumed stream", foreign.orElse(null));
  }
}
