package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.oauth.OAuthFlow;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import java.util.Map;

/** A code is valid only for the client that started the flow. */
@ConformanceCheck(
    id = "oauth/verifier-checked",
    title = "A code with another code verifier than that of its request is refused",
    since = SpecRevision.R2025_03_26,
    specification = SpecificationLinks.AUTH_SECURITY + "authorization-code-protection",
    requires = {ServerPrerequisite.PROTECTION, ServerPrerequisite.LOGIN})
final class VerifierChecked implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    OAuthFlow flow = OAuthPrerequisites.flow(probe);
    Map<String, String> exchange = flow.exchange(flow.code(OAuthPrerequisites.scope(probe)));
    exchange.put("code_verifier", "x".repeat(43));
    McpResponse reply = flow.token(exchange);
    probe.expect(reply.status() == 400 && !reply.message().has("access_token"), "HTTP 400", reply);
  }
}
