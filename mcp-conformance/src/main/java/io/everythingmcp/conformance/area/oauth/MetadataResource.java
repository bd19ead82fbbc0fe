package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.oauth.OAuthDiscovery;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;

/** The resource of the metadata is the requested address. */
@ConformanceCheck(
    id = "oauth/metadata-resource",
    title = "Protected resource metadata is of the address that the client uses",
    since = SpecRevision.R2025_06_18,
    specification = "https://www.rfc-editor.org/rfc/rfc9728#section-3.3",
    requires = ServerPrerequisite.PROTECTION)
final class MetadataResource implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    OAuthDiscovery found = OAuthPrerequisites.resource(probe);
    probe.assumeThat(!found.resource().isMissingNode(), "there is no metadata");
    String url = probe.profile().server().url().toString();
    String resource = found.resourceName();
    probe.expect(
        !resource.isEmpty() && url.startsWith(resource.replaceFirst("/$", "")),
        "resource " + url,
        resource);
  }
}
