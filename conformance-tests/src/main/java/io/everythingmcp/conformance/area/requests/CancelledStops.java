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

/** Who is not needed any more stops working. */
@Check(
    id = "requests/cancelled-stops",
    title = "A request that was cancelled tells of no more progress",
    level = Level.SHOULD,
    since = Revision.R2025_03_26,
    until = Revision.R2025_11_25,
    rule = Spec.CANCELLATION + "behavior-requirements",
    needs = Need.TOOL_SLOW)
final class CancelledStops implements Scenario {
  @Override
  public void run(Probe probe) {
    Session session = probe.session();
    SseStream stream = Cancelling.begun(probe, session, "stopped");
    session.tell("notifications/cancelled", "{'requestId':'stopped'}");
    stream.messageWithin(Duration.ofMillis(500), m -> false);
    Optional<JsonNode> more =
        stream.messageWithin(
            Duration.ofMillis(800),
            m -> m.path("method").asText().equals("notifications/progress"));
    probe.expect(more.isEmpty(), "no progress half a second later", more.orElse(null));
  }
}
