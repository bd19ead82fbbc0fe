package io.everythingmcp.conformance.area.security;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SuiteClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** A form of another origin is not accepted as a message. */
@ConformanceCheck(
    id = "security/wrong-content-type",
    title = "A message without the content type of JSON is refused",
    level = RequirementLevel.SHOULD,
    specification = SpecificationLinks.TRANSPORTS + "sending-messages-to-the-server")
final class WrongContentType implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    SuiteClient talk = probe.client();
    String method = probe.revision().hasSessions() ? "ping" : "server/discover";
    McpResponse reply =
        talk.send(talk.prepareRequest(method, "{}").header("Content-Type", "text/plain"));
    probe.expect(reply.status() / 100 == 4, "HTTP 415", reply);
  }
}
