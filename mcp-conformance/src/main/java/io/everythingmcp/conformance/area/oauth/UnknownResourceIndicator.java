package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.oauth.OAuthFlow;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import java.util.Map;

/** A resource indicator must be a resource of the server. */
@ConformanceCheck(
    id = "oauth/unknown-resource-indicator",
    title = "A token for an unknown resource is refused",
    level = RequirementLevel.SHOULD,
    since = SpecRevision.R2025_06_18,
    specification = "https://www.rfc-editor.org/rfc/rfc8707#section-2",
    requires = {ServerPrerequisite.PROTECTION, ServerPrerequisite.LOGIN})
final class UnknownResourceIndicator implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    OAuthFlow flow = OAuthPrerequisites.flow(probe);
    Map<String, String> request = flow.request(OAuthPrerequisites.scope(probe));
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
