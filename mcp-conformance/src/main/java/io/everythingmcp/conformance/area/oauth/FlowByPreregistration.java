package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** The authorization flow of a pre-registered client. */
@ConformanceCheck(
    id = "oauth/flow-by-preregistration",
    title = "A pre-registered client gets a token, and the server accepts it",
    since = SpecRevision.R2025_03_26,
    specification = SpecificationLinks.REGISTRATION + "pre-registration",
    requires = {
      ServerPrerequisite.PROTECTION,
      ServerPrerequisite.LOGIN,
      ServerPrerequisite.KNOWN_CLIENT
    })
final class FlowByPreregistration implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    OAuthPrerequisites.expectIn(
        probe, OAuthPrerequisites.known(probe).tokens(OAuthPrerequisites.scope(probe)));
  }
}
