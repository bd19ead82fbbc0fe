package io.everythingmcp.conformance.area.isolation;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** A session id is not a credential. */
@ConformanceCheck(
    id = "isolation/no-credentials-post",
    title = "A request in a session without credentials is refused with 401",
    since = SpecRevision.R2025_03_26,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.AUTHORIZATION + "token-requirements",
    requires = {ServerPrerequisite.PROTECTION, ServerPrerequisite.SESSION_ID})
final class NoCredentialsPost implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    McpResponse reply = probe.session().by(probe.anonymous()).callMethod("tools/list");
    probe.expect(reply.status() == 401, "HTTP 401", reply);
  }
}
