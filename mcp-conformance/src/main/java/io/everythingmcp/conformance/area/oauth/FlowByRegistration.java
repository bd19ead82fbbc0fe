package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** The authorization flow with dynamic client registration. */
@ConformanceCheck(
    id = "oauth/flow-by-registration",
    title = "A client that registers itself gets a token, and the server accepts it",
    since = SpecRevision.R2025_03_26,
    specification = SpecificationLinks.AUTHORIZATION + "authorization-flow-steps",
    requires = {ServerPrerequisite.PROTECTION, ServerPrerequisite.LOGIN})
final class FlowByRegistration implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    OAuthPrerequisites.expectIn(
        probe, OAuthPrerequisites.flow(probe).tokens(OAuthPrerequisites.scope(probe)));
  }
}
