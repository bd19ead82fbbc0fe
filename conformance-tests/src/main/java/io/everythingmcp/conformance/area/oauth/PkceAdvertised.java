package io.everythingmcp.conformance.area.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;

/** Clients must see that PKCE works. */
@Check(
    id = "oauth/pkce-advertised",
    title = "The authorization server advertises PKCE with S256",
    since = Revision.R2025_11_25,
    rule = Spec.AUTH_SECURITY + "authorization-code-protection",
    needs = Need.PROTECTION)
final class PkceAdvertised implements Scenario {
  @Override
  public void run(Probe probe) {
    JsonNode methods = Found.server(probe).server().path("code_challenge_methods_supported");
    probe.expect(
        methods.toString().contains("\"S256\""), "S256, without which clients go away", methods);
  }
}
