package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.oauth.Discovery;
import io.everythingmcp.conformance.oauth.Flow;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;
import java.util.Map;

/** Who comes back can be told from others. */
@Check(
    id = "oauth/return-complete",
    title = "The redirect brings the state back, and the issuer if that is advertised",
    since = Revision.R2025_03_26,
    rule = Spec.AUTHORIZATION + "authorization-response-validation",
    needs = {Need.PROTECTION, Need.LOGIN})
final class ReturnComplete implements Scenario {
  @Override
  public void run(Probe probe) {
    Flow flow = Found.flow(probe);
    Discovery found = Found.server(probe);
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
