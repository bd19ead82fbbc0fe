package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.oauth.OAuthFlow;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;

/** Token responses are not cached. */
@ConformanceCheck(
    id = "oauth/token-not-cached",
    title = "The response with a token must not be stored",
    since = SpecRevision.R2025_03_26,
    specification = "https://www.rfc-editor.org/rfc/rfc6749#section-5.1",
    requires = {ServerPrerequisite.PROTECTION, ServerPrerequisite.LOGIN})
final class TokenNotCached implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    OAuthFlow flow = OAuthPrerequisites.flow(probe);
    McpResponse reply = flow.token(flow.exchange(flow.code(OAuthPrerequisites.scope(probe))));
    probe.expect(reply.message().has("access_token"), "a token", "HTTP " + reply.status());
    String control = String.valueOf(reply.response().header("Cache-Control"));
    probe.expect(control.contains("no-store"), "Cache-Control: no-store", control);
  }
}
