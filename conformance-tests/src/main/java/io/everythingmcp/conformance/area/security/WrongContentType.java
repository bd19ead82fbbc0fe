package io.everythingmcp.conformance.area.security;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Talk;

/** What a form of any page could send is not taken for a message. */
@Check(
    id = "security/wrong-content-type",
    title = "A message that does not say that it is JSON is refused",
    level = Level.SHOULD,
    rule = Spec.TRANSPORTS + "sending-messages-to-the-server")
final class WrongContentType implements Scenario {
  @Override
  public void run(Probe probe) {
    Talk talk = probe.talk();
    String method = probe.revision().hasSessions() ? "ping" : "server/discover";
    Reply reply = talk.send(talk.asking(method, "{}").header("Content-Type", "text/plain"));
    probe.expect(reply.status() / 100 == 4, "HTTP 415", reply);
  }
}
