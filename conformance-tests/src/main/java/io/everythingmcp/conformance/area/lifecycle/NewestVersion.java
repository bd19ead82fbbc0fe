package io.everythingmcp.conformance.area.lifecycle;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;

/** A server offers the best it has. */
@Check(
    id = "lifecycle/newest-version",
    title = "An unknown version is answered with the newest one that the server speaks",
    level = Level.SHOULD,
    until = Revision.R2025_11_25,
    rule = Spec.LIFECYCLE + "version-negotiation")
final class NewestVersion implements Scenario {
  @Override
  public void run(Probe probe) {
    Reply reply = Session.initialize(probe.client(), probe.path(), "1999-01-03", "{}");
    probe.onlyIf(reply.hasResult(), "the server refuses unknown versions");
    String newest = probe.profile().newestWithSessions().map(Revision::text).orElse("");
    String offered = reply.result().path("protocolVersion").asText();
    probe.expect(offered.compareTo(newest) >= 0, newest + " in the answer", offered);
  }
}
