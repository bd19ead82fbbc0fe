package io.everythingmcp.conformance.area.streams;

import io.everythingmcp.conformance.harness.SseStream;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;

/** A connection that breaks says nothing. */
@Check(
    id = "streams/disconnect-keeps-session",
    title = "A session lives on when the stream of a request breaks",
    level = Level.SHOULD,
    since = Revision.R2025_03_26,
    until = Revision.R2025_11_25,
    rule = Spec.TRANSPORTS + "sending-messages-to-the-server",
    needs = Need.TOOL_PROGRESS)
final class DisconnectKeepsSession implements Scenario {
  @Override
  public void run(Probe probe) {
    Session session = probe.session();
    SseStream stream = Calls.progressing(probe, session, "broken");
    stream.next();
    stream.close();
    Reply reply = session.ask("ping");
    probe.expect(reply.hasResult(), "an answer to a ping after the stream broke", reply);
  }
}
