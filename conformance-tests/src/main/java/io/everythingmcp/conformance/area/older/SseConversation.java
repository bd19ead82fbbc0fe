package io.everythingmcp.conformance.area.older;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.HttpSse;
import io.everythingmcp.conformance.talk.Revision;

/** Asked by POST, answered on the stream. */
@Check(
    id = "older/sse-conversation",
    title = "Over HTTP+SSE a handshake and a ping are answered on the stream",
    until = Revision.R2025_11_25,
    rule = Spec.HTTP_SSE + "http-with-sse",
    needs = Need.HTTP_SSE)
final class SseConversation implements Scenario {
  @Override
  public void run(Probe probe) {
    HttpSse connection = probe.httpSse(probe.client());
    JsonNode answer = connection.initialize();
    probe.expect(
        answer.at("/result/protocolVersion").isTextual(), "an answer to initialize", answer);
    JsonNode ping = connection.ask("ping", "{}");
    probe.expect(ping.path("result").isObject(), "an answer to ping", ping);
  }
}
