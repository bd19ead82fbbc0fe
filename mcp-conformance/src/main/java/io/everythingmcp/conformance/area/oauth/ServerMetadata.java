package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.oauth.OAuthDiscovery;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** An authorization server publishes metadata with its issuer. */
@ConformanceCheck(
    id = "oauth/server-metadata",
    title = "Metadata of the authorization server is found, and its issuer equals its address",
    since = SpecRevision.R2025_03_26,
    specification = SpecificationLinks.AUTH_DISCOVERY + "authorization-server-metadata-discovery",
    requires = ServerPrerequisite.PROTECTION)
final class ServerMetadata implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    OAuthDiscovery found = OAuthPrerequisites.resource(probe);
    String wanted = found.resource().path("authorization_servers").path(0).asText();
    probe.assumeThat(!wanted.isEmpty(), "no authorization server is named");
    probe.expect(found.found(), "metadata with a token_endpoint for " + wanted, found.server());
    String issuer = found.server().path("issuer").asText();
    probe.expect(issuer.equals(wanted), "the issuer " + wanted, issuer);
  }
}
