package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.oauth.Discovery;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.talk.Revision;

/** Metadata is of the server that was asked. */
@Check(
    id = "oauth/metadata-resource",
    title = "Protected resource metadata is of the address that the client uses",
    since = Revision.R2025_06_18,
    rule = "https://www.rfc-editor.org/rfc/rfc9728#section-3.3",
    needs = Need.PROTECTION)
final class MetadataResource implements Scenario {
  @Override
  public void run(Probe probe) {
    Discovery found = Found.resource(probe);
    probe.onlyIf(!found.resource().isMissingNode(), "there is no metadata");
    String url = probe.profile().server().url().toString();
    String resource = found.resourceName();
    probe.expect(
        !resource.isEmpty() && url.startsWith(resource.replaceFirst("/$", "")),
        "resource " + url,
        resource);
  }
}
