package io.everythingmcp.conformance.area.httpsse;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.HttpSseClient;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import java.time.Duration;
import java.util.Optional;

/** Each connection has its own responses. */
@ConformanceCheck(
    id = "httpsse/sse-own-stream",
    title = "Of two connections of HTTP+SSE each receives its own responses only",
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.HTTP_SSE + "http-with-sse",
    requires = ServerPrerequisite.HTTP_SSE)
final class SseOwnStream implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    HttpSseClient one = probe.httpSse(probe.rawClient());
    HttpSseClient two = probe.httpSse(probe.rawClient());
    one.initialize();
    two.initialize();
    one.callMethod(JsonRpcMessages.request("only-one", "ping"));
    Optional<JsonNode> stray =
        two.stream()
            .messageWithin(Duration.ofMillis(400), m -> m.path("id").asText().equals("only-one"));
    probe.expect(stray.isEmpty(), "nothing of the other connection", stray.orElse(null));
  }
}
