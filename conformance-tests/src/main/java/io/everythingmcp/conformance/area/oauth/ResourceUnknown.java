package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.oauth.Flow;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.talk.Revision;
import java.util.Map;

/** Tokens are for somebody in particular. */
@Check(
    id = "oauth/resource-unknown",
    title = "A token for a resource that the authorization server does not know is refused",
    level = Level.SHOULD,
    since = Revision.R2025_06_18,
    rule = "https://www.rfc-editor.org/rfc/rfc8707#section-2",
    needs = {Need.PROTECTION, Need.LOGIN})
final class ResourceUnknown implements Scenario {
  @Override
  public void run(Probe probe) {
    Flow flow = Found.flow(probe);
    Map<String, String> request = flow.request(Found.scope(probe));
    request.put("resource", "https://unknown.example/mcp");
    Map<String, String> back;
    try {
      back = flow.authorized(request);
    } catch (AssertionError noRedirect) {
      return;
    }
    probe.expect(!back.containsKey("code"), "error invalid_target", "a code");
  }
}
