package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** Access tokens in the query string are not accepted. */
@ConformanceCheck(
    id = "oauth/token-not-in-query",
    title = "A token in the query string is not accepted",
    since = SpecRevision.R2025_03_26,
    specification = SpecificationLinks.AUTHORIZATION + "token-requirements",
    requires = ServerPrerequisite.PROTECTION)
final class TokenNotInQuery implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    String token = CallerTokens.of(probe);
    String path = probe.path() + (probe.path().contains("?") ? "&" : "?") + "access_token=" + token;
    McpResponse reply = StatefulClient.initialize(probe.anonymous(), path, "2025-11-25", "{}");
    probe.expect(reply.status() == 401, "HTTP 401", reply);
  }
}
