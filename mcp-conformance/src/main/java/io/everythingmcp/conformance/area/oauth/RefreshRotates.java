package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.oauth.OAuthFlow;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** A refresh token of a public client is valid once. */
@ConformanceCheck(
    id = "oauth/refresh-rotates",
    title =
        "Refreshing issues another refresh token to a public client, and the old one is "
            + "refused",
    since = SpecRevision.R2025_03_26,
    specification = SpecificationLinks.AUTH_SECURITY + "token-theft",
    requires = {ServerPrerequisite.PROTECTION, ServerPrerequisite.LOGIN})
final class RefreshRotates implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    OAuthFlow flow = OAuthPrerequisites.flow(probe);
    String first = flow.tokens(OAuthPrerequisites.scope(probe)).path("refresh_token").asText();
    probe.assumeThat(!first.isEmpty(), "the authorization server issues no refresh token");
    McpResponse refreshed = flow.token(flow.refresh(first));
    probe.expect(refreshed.message().has("access_token"), "a token", refreshed);
    String second = refreshed.message().path("refresh_token").asText();
    probe.expect(!second.isEmpty() && !second.equals(first), "another refresh token", "the same");
    McpResponse again = flow.token(flow.refresh(first));
    probe.expect(
        again.status() == 400 && !again.message().has("access_token"),
        "HTTP 400 for the old refresh token",
        "HTTP " + again.status());
  }
}
