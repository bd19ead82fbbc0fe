package io.everythingmcp.conformance.area.requests;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import java.time.Duration;
import java.util.Optional;

/** There is no progress after the response. */
@ConformanceCheck(
    id = "requests/progress-after-response",
    title = "After the response there is no more progress",
    specification = SpecificationLinks.PROGRESS + "behavior-requirements",
    requires = ServerPrerequisite.TOOL_PROGRESS)
final class ProgressAfterResponse implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    McpResponse reply = ProgressCalls.call(probe, probe.client(), "token-after");
    ProgressCalls.some(probe, reply);
    Optional<JsonNode> late =
        reply
            .response()
            .events()
            .messageWithin(
                Duration.ofMillis(500),
                m -> m.path("method").asText().equals("notifications/progress"));
    probe.expect(late.isEmpty(), "nothing after the response", late.orElse(null));
  }
}
