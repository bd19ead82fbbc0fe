package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.Rpc;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.talk.Revision;

/** A token that does not work is said to be invalid. */
@Check(
    id = "oauth/invalid-token-challenge",
    title = "A token that is none is answered with 401 and error invalid_token",
    rule = "https://www.rfc-editor.org/rfc/rfc6750#section-3.1",
    level = Level.SHOULD,
    since = Revision.R2025_03_26,
    needs = Need.PROTECTION)
final class InvalidTokenChallenge implements Scenario {
  @Override
  public void run(Probe probe) {
    Found.resource(probe);
    RawResponse response =
        probe
            .anonymous()
            .post(probe.path(), Rpc.initialize("2025-11-25", "{}"))
            .header("Authorization", "Bearer not-a-token")
            .send();
    response.text();
    String challenge = String.join(", ", response.headers("WWW-Authenticate"));
    probe.expect(response.status() == 401, "HTTP 401", response);
    probe.expect(
        challenge.contains("error=\"invalid_token\""), "error=\"invalid_token\"", challenge);
  }
}
