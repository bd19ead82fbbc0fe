package io.everythingmcp.conformance.area.requests;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import java.time.Duration;
import java.util.Optional;

/** After the answer there is nothing left to do. */
@Check(
    id = "requests/progress-after-answer",
    title = "After the answer no more progress is told",
    rule = Spec.PROGRESS + "behavior-requirements",
    needs = Need.TOOL_PROGRESS)
final class ProgressAfterAnswer implements Scenario {
  @Override
  public void run(Probe probe) {
    Reply reply = Progressing.call(probe, probe.talk(), "token-after");
    Progressing.some(probe, reply);
    Optional<JsonNode> late =
        reply
            .response()
            .events()
            .messageWithin(
                Duration.ofMillis(500),
                m -> m.path("method").asText().equals("notifications/progress"));
    probe.expect(late.isEmpty(), "nothing after the answer", late.orElse(null));
  }
}
