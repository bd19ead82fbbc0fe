package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.oauth.OAuthDiscovery;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** A 401 contains the URL of the protected resource metadata. */
@ConformanceCheck(
    id = "oauth/metadata-found",
    title = "Protected resource metadata is found, and names an authorization server",
    since = SpecRevision.R2025_06_18,
    specification = SpecificationLinks.AUTH_DISCOVERY + "authorization-server-location",
    requires = ServerPrerequisite.PROTECTION)
final class MetadataFound implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    OAuthDiscovery found = OAuthPrerequisites.resource(probe);
    probe.expect(
        found.resource().path("authorization_servers").size() > 0,
        "metadata with authorization_servers, by WWW-Authenticate or at the well-known URLs",
        found.resource());
  }
}
