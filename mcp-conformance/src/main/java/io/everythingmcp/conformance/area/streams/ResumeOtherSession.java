package io.everythingmcp.conformance.area.streams;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SseEvent;
import io.everythingmcp.conformance.harness.SseStream;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import java.time.Duration;
import java.util.Optional;

/** Event ids are bound to their session. */
@ConformanceCheck(
    id = "streams/resume-other-session",
    title = "The id of an event of another session returns nothing of that session",
    since = SpecRevision.R2025_03_26,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.TRANSPORTS + "resumability-and-redelivery",
    requires = {ServerPrerequisite.TOOL_PROGRESS, ServerPrerequisite.SESSION_ID})
final class ResumeOtherSession implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    SseStream mine = StreamingCalls.progressing(probe, probe.session(), "private");
    SseEvent first = StreamingCalls.firstWithId(probe, mine);
    mine.rest();
    RawResponse response = probe.sendGet(probe.session().resume(first.id()));
    if (response.status() == 200 && response.isStream()) {
      Optional<JsonNode> message =
          probe.streamOf(response).messageWithin(Duration.ofMillis(800), m -> isOfCall(m));
      probe.expect(message.isEmpty(), "nothing of the other session", message.orElse(null));
    }
  }

  private static boolean isOfCall(JsonNode message) {
    return StreamingCalls.isAnswer(message)
        || message.at("/params/progressToken").asText().equals("private");
  }
}
