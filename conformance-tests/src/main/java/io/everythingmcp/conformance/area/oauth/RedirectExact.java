package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.oauth.Flow;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;
import java.util.Map;

/** Nobody is sent to where a client did not register. */
@Check(
    id = "oauth/redirect-exact",
    title = "Nobody is redirected to an address that the client did not register",
    since = Revision.R2025_03_26,
    rule = Spec.AUTH_SECURITY + "open-redirection",
    needs = {Need.PROTECTION, Need.LOGIN})
final class RedirectExact implements Scenario {
  @Override
  public void run(Probe probe) {
    Flow flow = Found.flow(probe);
    Map<String, String> request = flow.request(Found.scope(probe));
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
