package io.everythingmcp.conformance.area.streams;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SseEvent;
import io.everythingmcp.conformance.harness.SseStream;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** A closed stream is resumed. */
@ConformanceCheck(
    id = "streams/stream-resumption",
    title = "A client that resumes with Last-Event-ID receives the missed messages",
    level = RequirementLevel.SHOULD,
    since = SpecRevision.R2025_03_26,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.TRANSPORTS + "resumability-and-redelivery",
    requires = ServerPrerequisite.TOOL_PROGRESS)
final class StreamResumption implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatefulClient session = probe.session();
    SseStream stream = StreamingCalls.progressing(probe, session, "resume");
    SseEvent first = StreamingCalls.firstWithId(probe, stream);
    stream.close();
    RawResponse response = probe.sendGet(session.resume(first.id()));
    probe.expect(
        response.status() == 200 && response.isStream(),
        "a stream with the rest",
        "HTTP " + response.status());
    boolean responded =
        probe
            .streamOf(response)
            .messageWithin(probe.profile().server().timeout(), StreamingCalls::isAnswer)
            .isPresent();
    probe.expect(responded, "the response to the call on the resumed stream", "no response");
  }
}
