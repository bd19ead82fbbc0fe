package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;

/** From nothing to a conversation. */
@Check(
    id = "oauth/flow-by-registration",
    title = "A client that registers itself gets a token, and the server accepts it",
    since = Revision.R2025_03_26,
    rule = Spec.AUTHORIZATION + "authorization-flow-steps",
    needs = {Need.PROTECTION, Need.LOGIN})
final class FlowByRegistration implements Scenario {
  @Override
  public void run(Probe probe) {
    Found.expectIn(probe, Found.flow(probe).tokens(Found.scope(probe)));
  }
}
