package io.everythingmcp.conformance.area.isolation;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatelessClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import java.util.List;

/** Each request requires credentials. */
@ConformanceCheck(
    id = "isolation/no-credentials-stateless",
    title = "A request of 2026-07-28 without credentials is refused with 401",
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.AUTHORIZATION + "token-requirements",
    requires = ServerPrerequisite.PROTECTION)
final class NoCredentialsStateless implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatelessClient talk = probe.stateless().by(probe.anonymous(), probe.path());
    for (String method : List.of("tools/list", "prompts/list", "subscriptions/listen")) {
      McpResponse reply = talk.callMethod(method);
      probe.expect(reply.status() == 401, "HTTP 401 to " + method, reply);
    }
  }
}
