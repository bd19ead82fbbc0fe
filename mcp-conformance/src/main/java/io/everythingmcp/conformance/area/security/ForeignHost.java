package io.everythingmcp.conformance.area.security;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SuiteClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** A foreign host name that resolves to the loopback address is refused (DNS rebinding). */
@ConformanceCheck(
    id = "security/foreign-host",
    title = "A request with a foreign host name is refused",
    level = RequirementLevel.SHOULD,
    specification = SpecificationLinks.TRANSPORTS + "security-warning",
    requires = ServerPrerequisite.LOCAL)
final class ForeignHost implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    SuiteClient talk = probe.client();
    String method = probe.revision().hasSessions() ? "ping" : "server/discover";
    McpResponse reply = talk.send(talk.prepareRequest(method, "{}").header("Host", "evil.example"));
    probe.expect(
        reply.status() / 100 == 4, "HTTP 403, as a page of that name could read along", reply);
  }
}
