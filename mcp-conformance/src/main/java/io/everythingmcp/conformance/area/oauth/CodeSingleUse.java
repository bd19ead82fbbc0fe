package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.oauth.OAuthFlow;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import java.util.Map;

/** An authorization code is valid once. */
@ConformanceCheck(
    id = "oauth/code-single-use",
    title = "A code that was used already is refused",
    since = SpecRevision.R2025_03_26,
    specification = "https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2",
    requires = {ServerPrerequisite.PROTECTION, ServerPrerequisite.LOGIN})
final class CodeSingleUse implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    OAuthFlow flow = OAuthPrerequisites.flow(probe);
    Map<String, String> exchange = flow.exchange(flow.code(OAuthPrerequisites.scope(probe)));
    flow.token(exchange);
    McpResponse again = flow.token(exchange);
    probe.expect(
        again.status() == 400 && again.message().path("error").asText().equals("invalid_grant"),
        "HTTP 400 with invalid_grant",
        again);
  }
}
