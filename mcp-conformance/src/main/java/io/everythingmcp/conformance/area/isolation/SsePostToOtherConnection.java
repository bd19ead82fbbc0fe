package io.everythingmcp.conformance.area.isolation;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.HttpSseClient;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import java.time.Duration;
import java.util.Optional;

/** A message of another caller to an HTTP+SSE connection is refused. */
@ConformanceCheck(
    id = "isolation/sse-post-to-other-connection",
    title = "A message of another caller to the address of an HTTP+SSE connection is refused",
    until = SpecRevision.R2025_11_25,
    specification = IsolationAssertions.RULE,
    requires = {ServerPrerequisite.SECOND_CALLER, ServerPrerequisite.HTTP_SSE})
final class SsePostToOtherConnection implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    HttpSseClient mine = probe.httpSse(probe.rawClient());
    mine.initialize();
    RawResponse foreign = mine.post(probe.second(), JsonRpcMessages.request("foreign", "ping"));
    IsolationAssertions.refused(probe, foreign.status());
    Optional<JsonNode> responded =
        mine.stream()
            .messageWithin(Duration.ofMillis(300), m -> m.path("id").asText().equals("foreign"));
    probe.expect(responded.isEmpty(), "nothing on the owner's stream", responded.orElse(null));
  }
}
