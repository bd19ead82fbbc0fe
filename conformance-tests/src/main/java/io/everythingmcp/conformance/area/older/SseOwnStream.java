package io.everythingmcp.conformance.area.older;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.Rpc;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.HttpSse;
import io.everythingmcp.conformance.talk.Revision;
import java.time.Duration;
import java.util.Optional;

/** Each connection has its own answers. */
@Check(
    id = "older/sse-own-stream",
    title = "Of two connections of HTTP+SSE each gets its own answers only",
    until = Revision.R2025_11_25,
    rule = Spec.HTTP_SSE + "http-with-sse",
    needs = Need.HTTP_SSE)
final class SseOwnStream implements Scenario {
  @Override
  public void run(Probe probe) {
    HttpSse one = probe.httpSse(probe.client());
    HttpSse two = probe.httpSse(probe.client());
    one.initialize();
    two.initialize();
    one.ask(Rpc.request("only-one", "ping"));
    Optional<JsonNode> stray =
        two.stream()
            .messageWithin(Duration.ofMillis(400), m -> m.path("id").asText().equals("only-one"));
    probe.expect(stray.isEmpty(), "nothing of the other connection", stray.orElse(null));
  }
}
