package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** The challenge contains the scopes to request. */
@ConformanceCheck(
    id = "oauth/challenge-scope",
    title = "The challenge of a 401 names the scopes to request",
    level = RequirementLevel.SHOULD,
    since = SpecRevision.R2025_11_25,
    specification =
        SpecificationLinks.AUTH_DISCOVERY + "protected-resource-metadata-discovery-requirements",
    requires = ServerPrerequisite.PROTECTION)
final class ChallengeScope implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    String challenge = OAuthPrerequisites.resource(probe).challenge();
    probe.expect(challenge.contains("scope=\""), "scope in WWW-Authenticate", challenge);
  }
}
