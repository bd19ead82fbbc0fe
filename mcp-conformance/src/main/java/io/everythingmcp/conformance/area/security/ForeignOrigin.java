package io.everythingmcp.conformance.area.security;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SuiteClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** Requests from a foreign origin are refused. */
@ConformanceCheck(
    id = "security/foreign-origin",
    title = "A request from a page of a foreign origin is refused with 403",
    specification = SpecificationLinks.TRANSPORTS + "security-warning",
    requires = ServerPrerequisite.LOCAL)
final class ForeignOrigin implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    SuiteClient talk = probe.client();
    String method = probe.revision().hasSessions() ? "ping" : "server/discover";
    McpResponse reply =
        talk.send(talk.prepareRequest(method, "{}").header("Origin", "http://evil.example"));
    probe.expect(reply.status() == 403, "HTTP 403", reply);
  }
}
