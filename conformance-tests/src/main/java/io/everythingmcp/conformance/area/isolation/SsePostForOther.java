package io.everythingmcp.conformance.area.isolation;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.Rpc;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.talk.HttpSse;
import io.everythingmcp.conformance.talk.Revision;
import java.time.Duration;
import java.util.Optional;

/** Nobody posts into a connection of somebody else. */
@Check(
    id = "isolation/sse-post-for-other",
    title = "A message of somebody else to the address of an HTTP+SSE connection is refused",
    until = Revision.R2025_11_25,
    rule = Hijack.RULE,
    needs = {Need.SECOND_CALLER, Need.HTTP_SSE})
final class SsePostForOther implements Scenario {
  @Override
  public void run(Probe probe) {
    HttpSse mine = probe.httpSse(probe.client());
    mine.initialize();
    RawResponse foreign = mine.post(probe.second(), Rpc.request("foreign", "ping"));
    Hijack.refused(probe, foreign.status());
    Optional<JsonNode> answered =
        mine.stream()
            .messageWithin(Duration.ofMillis(300), m -> m.path("id").asText().equals("foreign"));
    probe.expect(answered.isEmpty(), "nothing on the owner's stream", answered.orElse(null));
  }
}
