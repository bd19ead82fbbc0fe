package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.oauth.OAuthFlow;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import java.util.Map;

/** A redirect URI must be registered. */
@ConformanceCheck(
    id = "oauth/redirect-exact",
    title = "A redirect URI that the client did not register is refused",
    since = SpecRevision.R2025_03_26,
    specification = SpecificationLinks.AUTH_SECURITY + "open-redirection",
    requires = {ServerPrerequisite.PROTECTION, ServerPrerequisite.LOGIN})
final class RedirectExact implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    OAuthFlow flow = OAuthPrerequisites.flow(probe);
    Map<String, String> request = flow.request(OAuthPrerequisites.scope(probe));
    request.put("redirect_uri", flow.otherRedirect().toString());
    RawResponse response = probe.anonymous().at(flow.authorize(request)).request("GET", "").send();
    response.text();
    String location = String.valueOf(response.header("Location"));
    probe.expect(
        response.status() / 100 == 4 && !location.startsWith(flow.otherRedirect().toString()),
        "an error page, HTTP 400",
        "HTTP " + response.status() + " " + location);
  }
}
