package io.everythingmcp.conformance.area.requests;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.SseStream;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;
import java.time.Duration;
import java.util.Optional;

/** Who does not want an answer any more gets none. */
@Check(
    id = "requests/cancelled-unanswered",
    title = "A request that was cancelled is not answered",
    level = Level.SHOULD,
    since = Revision.R2025_03_26,
    until = Revision.R2025_11_25,
    rule = Spec.CANCELLATION + "behavior-requirements",
    needs = Need.TOOL_SLOW)
final class CancelledUnanswered implements Scenario {
  @Override
  public void run(Probe probe) {
    Session session = probe.session();
    SseStream stream = Cancelling.begun(probe, session, "unanswered");
    session.tell("notifications/cancelled", "{'requestId':'unanswered','reason':'enough'}");
    Optional<JsonNode> answer =
        stream.messageWithin(Duration.ofSeconds(5), m -> m.has("result") || m.has("error"));
    probe.expect(answer.isEmpty(), "no answer", answer.orElse(null));
  }
}
