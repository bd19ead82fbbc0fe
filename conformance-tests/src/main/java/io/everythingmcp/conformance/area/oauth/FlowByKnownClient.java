package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;

/** Somebody was told of the client before. */
@Check(
    id = "oauth/flow-by-known-client",
    title = "A client that was registered beforehand gets a token, and the server accepts it",
    since = Revision.R2025_03_26,
    rule = Spec.REGISTRATION + "pre-registration",
    needs = {Need.PROTECTION, Need.LOGIN, Need.KNOWN_CLIENT})
final class FlowByKnownClient implements Scenario {
  @Override
  public void run(Probe probe) {
    Found.expectIn(probe, Found.known(probe).tokens(Found.scope(probe)));
  }
}
