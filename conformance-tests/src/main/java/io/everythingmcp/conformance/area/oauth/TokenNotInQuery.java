package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;

/** Addresses are written down everywhere. */
@Check(
    id = "oauth/token-not-in-query",
    title = "A token in the address does not let in",
    since = Revision.R2025_03_26,
    rule = Spec.AUTHORIZATION + "token-requirements",
    needs = Need.PROTECTION)
final class TokenNotInQuery implements Scenario {
  @Override
  public void run(Probe probe) {
    String token = Tokens.of(probe);
    String path = probe.path() + (probe.path().contains("?") ? "&" : "?") + "access_token=" + token;
    Reply reply = Session.initialize(probe.anonymous(), path, "2025-11-25", "{}");
    probe.expect(reply.status() == 401, "HTTP 401", reply);
  }
}
