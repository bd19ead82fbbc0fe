package io.everythingmcp.conformance.area.security;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Talk;

/** A name that somebody else made point here is not ours. */
@Check(
    id = "security/foreign-host",
    title = "A request to this machine under a foreign name is refused",
    level = Level.SHOULD,
    rule = Spec.TRANSPORTS + "security-warning",
    needs = Need.LOCAL)
final class ForeignHost implements Scenario {
  @Override
  public void run(Probe probe) {
    Talk talk = probe.talk();
    String method = probe.revision().hasSessions() ? "ping" : "server/discover";
    Reply reply = talk.send(talk.asking(method, "{}").header("Host", "evil.example"));
    probe.expect(
        reply.status() / 100 == 4, "HTTP 403, as a page of that name could read along", reply);
  }
}
