package io.everythingmcp.conformance.area.requests;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.harness.SseStream;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import java.time.Duration;
import java.util.Optional;

/** A cancelled request stops. */
@ConformanceCheck(
    id = "requests/cancelled-stops",
    title = "A request that was cancelled sends no more progress",
    level = RequirementLevel.SHOULD,
    since = SpecRevision.R2025_03_26,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.CANCELLATION + "behavior-requirements",
    requires = ServerPrerequisite.TOOL_SLOW)
final class CancelledStops implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatefulClient session = probe.session();
    SseStream stream = CancellableCalls.begun(probe, session, "stopped");
    session.sendNotification("notifications/cancelled", "{'requestId':'stopped'}");
    stream.messageWithin(Duration.ofMillis(500), m -> false);
    Optional<JsonNode> more =
        stream.messageWithin(
            Duration.ofMillis(800),
            m -> m.path("method").asText().equals("notifications/progress"));
    probe.expect(more.isEmpty(), "no progress half a second later", more.orElse(null));
  }
}
