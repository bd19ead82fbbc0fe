package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.oauth.OAuthDiscovery;
import io.everythingmcp.conformance.oauth.OAuthFlow;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import java.util.Map;

/** An authorization response identifies its request and its issuer. */
@ConformanceCheck(
    id = "oauth/authorization-response-complete",
    title = "The redirect contains the state, and the issuer if that is advertised",
    since = SpecRevision.R2025_03_26,
    specification = SpecificationLinks.AUTHORIZATION + "authorization-response-validation",
    requires = {ServerPrerequisite.PROTECTION, ServerPrerequisite.LOGIN})
final class AuthorizationResponseComplete implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    OAuthFlow flow = OAuthPrerequisites.flow(probe);
    OAuthDiscovery found = OAuthPrerequisites.server(probe);
    Map<String, String> request = flow.request(found.scope());
    Map<String, String> back = flow.authorized(request);
    probe.expect(
        request.get("state").equals(back.get("state")), "the state that was sent", back.keySet());
    if (found.server().path("authorization_response_iss_parameter_supported").asBoolean()) {
      String issuer = found.server().path("issuer").asText();
      probe.expect(issuer.equals(back.get("iss")), "iss " + issuer, back.get("iss"));
    }
  }
}
