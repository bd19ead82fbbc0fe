package io.everythingmcp.conformance.area.streams;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SseEvent;
import io.everythingmcp.conformance.harness.SseStream;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;
import java.time.Duration;
import java.util.Optional;

/** What was said in one session is not repeated in another. */
@Check(
    id = "streams/resume-other-session",
    title = "The id of an event of another session gives nothing of that session",
    since = Revision.R2025_03_26,
    until = Revision.R2025_11_25,
    rule = Spec.TRANSPORTS + "resumability-and-redelivery",
    needs = {Need.TOOL_PROGRESS, Need.SESSION_ID})
final class ResumeOtherSession implements Scenario {
  @Override
  public void run(Probe probe) {
    SseStream mine = Calls.progressing(probe, probe.session(), "private");
    SseEvent first = Calls.firstWithId(probe, mine);
    mine.rest();
    RawResponse response = probe.answered(probe.session().resume(first.id()));
    if (response.status() == 200 && response.isStream()) {
      Optional<JsonNode> message =
          probe.streamOf(response).messageWithin(Duration.ofMillis(800), m -> isOfCall(m));
      probe.expect(message.isEmpty(), "nothing of the other session", message.orElse(null));
    }
  }

  private static boolean isOfCall(JsonNode message) {
    return Calls.isAnswer(message)
        || message.at("/params/progressToken").asText().equals("private");
  }
}
