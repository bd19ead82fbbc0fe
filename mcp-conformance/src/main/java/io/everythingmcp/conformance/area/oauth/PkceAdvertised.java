package io.everythingmcp.conformance.area.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** Clients must be able to detect PKCE support. */
@ConformanceCheck(
    id = "oauth/pkce-advertised",
    title = "The authorization server advertises PKCE with S256",
    since = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.AUTH_SECURITY + "authorization-code-protection",
    requires = ServerPrerequisite.PROTECTION)
final class PkceAdvertised implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    JsonNode methods =
        OAuthPrerequisites.server(probe).server().path("code_challenge_methods_supported");
    probe.expect(
        methods.toString().contains("\"S256\""), "S256, without which clients stop", methods);
  }
}
