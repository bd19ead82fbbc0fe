package io.everythingmcp.conformance.area.lifecycle;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;

/** What a server offers instead of an unknown version it does speak. */
@Check(
    id = "lifecycle/offered-version",
    title =
        "The version that is offered instead of an unknown one is accepted when it is asked for",
    until = Revision.R2025_11_25,
    rule = Spec.LIFECYCLE + "version-negotiation")
final class OfferedVersion implements Scenario {
  @Override
  public void run(Probe probe) {
    Reply first = Session.initialize(probe.client(), probe.path(), "1999-01-02", "{}");
    String offered = first.result().path("protocolVersion").asText();
    probe.onlyIf(!offered.isEmpty(), "the server refuses unknown versions");
    Reply second = Session.initialize(probe.client(), probe.path(), offered, "{}");
    String agreed = second.result().path("protocolVersion").asText();
    probe.expect(agreed.equals(offered), offered + ", which it had offered", second);
  }
}
