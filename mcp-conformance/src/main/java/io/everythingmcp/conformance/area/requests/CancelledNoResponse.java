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

/**
 * A cancelled request has no response. A later call of the same tool shows when it would have been
 * sent.
 */
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
    SseStream stream = CancellableCalls.begun(probe, session, "cancelled");
    session.sendNotification(
        "notifications/cancelled", "{'requestId':'cancelled','reason':'enough'}");
    CancellableCalls.begun(probe, session, "later").message(CancelledNoResponse::isResponse);
    Optional<JsonNode> response =
        stream.messageWithin(Duration.ofSeconds(1), CancelledNoResponse::isResponse);
    probe.expect(
        response.isEmpty(),
        "no response, not even after a later call has ended",
        response.orElse(null));
  }

  private static boolean isResponse(JsonNode message) {
    return message.has("result") || message.has("error");
  }
}
