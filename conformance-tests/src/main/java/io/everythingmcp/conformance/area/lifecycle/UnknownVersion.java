package io.everythingmcp.conformance.area.lifecycle;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;

/** A version that does not exist is not agreed to. */
@Check(
    id = "lifecycle/unknown-version",
    title = "A version that does not exist is answered with another one, or refused",
    until = Revision.R2025_11_25,
    rule = Spec.LIFECYCLE + "version-negotiation")
final class UnknownVersion implements Scenario {
  @Override
  public void run(Probe probe) {
    Reply reply = Session.initialize(probe.client(), probe.path(), "1999-01-01", "{}");
    String offered = reply.result().path("protocolVersion").asText();
    probe.expect(
        reply.refused() || Revision.of(offered).isPresent(),
        "an existing version in the answer, or an error",
        reply);
  }
}
