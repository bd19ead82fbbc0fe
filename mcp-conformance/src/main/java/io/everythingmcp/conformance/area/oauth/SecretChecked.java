package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.oauth.OAuthFlow;
import io.everythingmcp.conformance.oauth.PreregisteredClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** A code cannot be redeemed with the client_id alone. */
@ConformanceCheck(
    id = "oauth/secret-checked",
    title = "A client with a wrong secret receives the error invalid_client and no token",
    since = SpecRevision.R2025_03_26,
    specification = SpecificationLinks.REGISTRATION + "pre-registration",
    requires = {
      ServerPrerequisite.PROTECTION,
      ServerPrerequisite.LOGIN,
      ServerPrerequisite.KNOWN_CLIENT
    })
final class SecretChecked implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    PreregisteredClient client = OAuthPrerequisites.client(probe);
    probe.assumeThat(client.secret() != null, "the client has no secret");
    OAuthFlow flow = OAuthPrerequisites.known(probe);
    String code = flow.code(OAuthPrerequisites.scope(probe));
    OAuthFlow attacker =
        OAuthFlow.of(
            probe.anonymous(),
            OAuthPrerequisites.server(probe),
            flow.login(),
            client.withSecret("not-" + client.secret()));
    McpResponse reply = attacker.token(flow.exchange(code));
    probe.expect(
        reply.status() == 401 && reply.message().path("error").asText().equals("invalid_client"),
        "HTTP 401 with invalid_client",
        reply);
  }
}
