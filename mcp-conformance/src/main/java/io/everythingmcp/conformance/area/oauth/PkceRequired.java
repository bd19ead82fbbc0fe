package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.oauth.OAuthFlow;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import java.util.Map;

/** PKCE is required. */
@ConformanceCheck(
    id = "oauth/pkce-required",
    title = "An authorization request without a code challenge receives no code",
    since = SpecRevision.R2025_03_26,
    specification = SpecificationLinks.AUTH_SECURITY + "authorization-code-protection",
    requires = {ServerPrerequisite.PROTECTION, ServerPrerequisite.LOGIN})
final class PkceRequired implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    OAuthFlow flow = OAuthPrerequisites.flow(probe);
    Map<String, String> request = flow.request(OAuthPrerequisites.scope(probe));
    request.remove("code_challenge");
    request.remove("code_challenge_method");
    Map<String, String> back;
    try {
      back = flow.authorized(request);
    } catch (AssertionError noRedirect) {
      return;
    }
    probe.expect(!back.containsKey("code"), "an error", "a code");
  }
}
