package io.everythingmcp.conformance.area.httpsse;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.HttpSseClient;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** Responses to POST are on the stream. */
@ConformanceCheck(
    id = "httpsse/sse-conversation",
    title = "Over HTTP+SSE the responses to initialize and ping are on the stream",
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.HTTP_SSE + "http-with-sse",
    requires = ServerPrerequisite.HTTP_SSE)
final class SseConversation implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    HttpSseClient connection = probe.httpSse(probe.rawClient());
    JsonNode reply = connection.initialize();
    probe.expect(
        reply.at("/result/protocolVersion").isTextual(), "a response to initialize", reply);
    JsonNode ping = connection.callMethod("ping", "{}");
    probe.expect(ping.path("result").isObject(), "a response to ping", ping);
  }
}
