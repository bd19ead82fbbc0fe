package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.oauth.Flow;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;
import java.util.Map;

/** Nobody goes without PKCE. */
@Check(
    id = "oauth/pkce-required",
    title = "A request for authorization without a code challenge leads to no code",
    since = Revision.R2025_03_26,
    rule = Spec.AUTH_SECURITY + "authorization-code-protection",
    needs = {Need.PROTECTION, Need.LOGIN})
final class PkceRequired implements Scenario {
  @Override
  public void run(Probe probe) {
    Flow flow = Found.flow(probe);
    Map<String, String> request = flow.request(Found.scope(probe));
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
