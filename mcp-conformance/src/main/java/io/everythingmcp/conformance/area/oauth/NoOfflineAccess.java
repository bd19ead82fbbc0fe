package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.oauth.OAuthDiscovery;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** Refresh tokens do not concern the resource server. */
@ConformanceCheck(
    id = "oauth/no-offline-access",
    title = "Neither challenge nor resource metadata contains offline_access",
    level = RequirementLevel.SHOULD,
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.AUTHORIZATION + "refresh-tokens",
    requires = ServerPrerequisite.PROTECTION)
final class NoOfflineAccess implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    OAuthDiscovery found = OAuthPrerequisites.resource(probe);
    String scopes = found.challenge() + " " + found.resource().path("scopes_supported");
    probe.expect(!scopes.contains("offline_access"), "no offline_access", scopes);
  }
}
