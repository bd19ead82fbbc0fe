package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** The authorization flow with a client ID metadata document. */
@ConformanceCheck(
    id = "oauth/flow-by-document",
    title = "A client that publishes a metadata document gets a token, and the server accepts it",
    since = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.REGISTRATION + "client-id-metadata-documents",
    requires = {
      ServerPrerequisite.PROTECTION,
      ServerPrerequisite.LOGIN,
      ServerPrerequisite.CLIENT_DOCUMENT
    })
final class FlowByDocument implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    OAuthPrerequisites.expectIn(
        probe, OAuthPrerequisites.described(probe).tokens(OAuthPrerequisites.scope(probe)));
  }
}
