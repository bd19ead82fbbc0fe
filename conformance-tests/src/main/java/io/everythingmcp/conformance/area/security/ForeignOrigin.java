package io.everythingmcp.conformance.area.security;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Talk;

/** A page of somebody else does not speak for its visitor. */
@Check(
    id = "security/foreign-origin",
    title = "A request from a page of a foreign origin is refused with 403",
    rule = Spec.TRANSPORTS + "security-warning",
    needs = Need.LOCAL)
final class ForeignOrigin implements Scenario {
  @Override
  public void run(Probe probe) {
    Talk talk = probe.talk();
    String method = probe.revision().hasSessions() ? "ping" : "server/discover";
    Reply reply = talk.send(talk.asking(method, "{}").header("Origin", "http://evil.example"));
    probe.expect(reply.status() == 403, "HTTP 403", reply);
  }
}
