package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.oauth.Discovery;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;

/** An authorization server says who it is. */
@Check(
    id = "oauth/server-metadata",
    title = "Metadata of the authorization server is found, and its issuer is the address it has",
    since = Revision.R2025_03_26,
    rule = Spec.AUTH_DISCOVERY + "authorization-server-metadata-discovery",
    needs = Need.PROTECTION)
final class ServerMetadata implements Scenario {
  @Override
  public void run(Probe probe) {
    Discovery found = Found.resource(probe);
    String wanted = found.resource().path("authorization_servers").path(0).asText();
    probe.onlyIf(!wanted.isEmpty(), "no authorization server is named");
    probe.expect(found.found(), "metadata with a token_endpoint for " + wanted, found.server());
    String issuer = found.server().path("issuer").asText();
    probe.expect(issuer.equals(wanted), "the issuer " + wanted, issuer);
  }
}
