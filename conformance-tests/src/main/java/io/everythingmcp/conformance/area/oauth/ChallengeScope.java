package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;

/** A client that is refused learns what to ask for. */
@Check(
    id = "oauth/challenge-scope",
    title = "The challenge of a 401 names the scopes to ask for",
    level = Level.SHOULD,
    since = Revision.R2025_11_25,
    rule = Spec.AUTH_DISCOVERY + "protected-resource-metadata-discovery-requirements",
    needs = Need.PROTECTION)
final class ChallengeScope implements Scenario {
  @Override
  public void run(Probe probe) {
    String challenge = Found.resource(probe).challenge();
    probe.expect(challenge.contains("scope=\""), "scope in WWW-Authenticate", challenge);
  }
}
