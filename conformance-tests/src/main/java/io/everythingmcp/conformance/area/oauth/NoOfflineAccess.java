package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.oauth.Discovery;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;

/** Refresh tokens are between a client and the authorization server. */
@Check(
    id = "oauth/no-offline-access",
    title = "Neither challenge nor resource metadata asks for offline_access",
    level = Level.SHOULD,
    since = Revision.R2026_07_28,
    rule = Spec.AUTHORIZATION + "refresh-tokens",
    needs = Need.PROTECTION)
final class NoOfflineAccess implements Scenario {
  @Override
  public void run(Probe probe) {
    Discovery found = Found.resource(probe);
    String scopes = found.challenge() + " " + found.resource().path("scopes_supported");
    probe.expect(!scopes.contains("offline_access"), "no offline_access", scopes);
  }
}
