package io.everythingmcp.conformance.area.eras;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Stateless;

/** Who a client is may stay unsaid. */
@Check(
    id = "eras/client-info-optional",
    title = "A request without clientInfo is served",
    since = Revision.R2026_07_28,
    rule = Spec.STATELESS + "_meta")
final class ClientInfoOptional implements Scenario {
  @Override
  public void run(Probe probe) {
    Stateless talk = probe.stateless();
    ObjectNode message = Envelope.discover(talk);
    ObjectNode meta = message.withObject("/params/_meta");
    meta.put(Stateless.VERSION, talk.revision().text());
    meta.putObject(Stateless.CAPABILITIES);
    Reply reply = talk.send(talk.bare(message));
    probe.expect(reply.hasResult(), "a result", reply);
  }
}
