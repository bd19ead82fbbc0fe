package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;

/** A client is who it says at its own address. */
@Check(
    id = "oauth/flow-by-document",
    title = "A client that publishes a metadata document gets a token, and the server accepts it",
    since = Revision.R2025_11_25,
    rule = Spec.REGISTRATION + "client-id-metadata-documents",
    needs = {Need.PROTECTION, Need.LOGIN, Need.CLIENT_DOCUMENT})
final class FlowByDocument implements Scenario {
  @Override
  public void run(Probe probe) {
    Found.expectIn(probe, Found.described(probe).tokens(Found.scope(probe)));
  }
}
