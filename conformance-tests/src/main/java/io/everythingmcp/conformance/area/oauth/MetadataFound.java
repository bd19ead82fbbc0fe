package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.oauth.Discovery;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;

/** A client that is refused learns where to go. */
@Check(
    id = "oauth/metadata-found",
    title = "Protected resource metadata is found, and names an authorization server",
    since = Revision.R2025_06_18,
    rule = Spec.AUTH_DISCOVERY + "authorization-server-location",
    needs = Need.PROTECTION)
final class MetadataFound implements Scenario {
  @Override
  public void run(Probe probe) {
    Discovery found = Found.resource(probe);
    probe.expect(
        found.resource().path("authorization_servers").size() > 0,
        "metadata with authorization_servers, by WWW-Authenticate or at the well-known places",
        found.resource());
  }
}
