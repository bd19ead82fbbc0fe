package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;

/** An invalid token is reported as invalid_token. */
@ConformanceCheck(
    id = "oauth/invalid-token-challenge",
    title = "An invalid token returns 401 and error invalid_token",
    specification = "https://www.rfc-editor.org/rfc/rfc6750#section-3.1",
    level = RequirementLevel.SHOULD,
    since = SpecRevision.R2025_03_26,
    requires = ServerPrerequisite.PROTECTION)
final class InvalidTokenChallenge implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    OAuthPrerequisites.resource(probe);
    RawResponse response =
        probe
            .anonymous()
            .post(probe.path(), JsonRpcMessages.initialize("2025-11-25", "{}"))
            .header("Authorization", "Bearer not-a-token")
            .send();
    response.text();
    String challenge = String.join(", ", response.headers("WWW-Authenticate"));
    probe.expect(response.status() == 401, "HTTP 401", response);
    probe.expect(
        challenge.contains("error=\"invalid_token\""), "error=\"invalid_token\"", challenge);
  }
}
