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

/** A cancelled request has no response. */
@ConformanceCheck(
    id = "requests/cancelled-no-response",
    title = "A request that was cancelled receives no response",
    level = RequirementLevel.SHOULD,
    since = SpecRevision.R2025_03_26,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.CANCELLATION + "behavior-requirements",
    requires = ServerPrerequisite.TOOL_SLOW)
final class CancelledNoResponse implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatefulClient session = probe.session();
    SseStream stream = CancellableCalls.begun(probe, session, "unanswered");
    session.tell("notifications/cancelled", "{'requestId':'unanswered','reason':'enough'}");
    Optional<JsonNode> answer =
        stream.messageWithin(Duration.ofSeconds(5), m -> m.has("result") || m.has("error"));
    probe.expect(answer.isEmpty(), "no answer", answer.orElse(null));
  }
}
