package io.everythingmcp.conformance.area.eras;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.harness.Rpc;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Talk;
import java.nio.charset.StandardCharsets;

/** One message at a time. */
@Check(
    id = "eras/no-batch",
    title = "Several messages in one request are refused",
    level = Level.SHOULD,
    since = Revision.R2025_06_18,
    rule = Spec.STATELESS_HTTP + "sending-messages")
final class NoBatch implements Scenario {
  @Override
  public void run(Probe probe) {
    Talk talk = probe.talk();
    String method = probe.revision().hasSessions() ? "ping" : "server/discover";
    ObjectNode message = Rpc.request("batched", method);
    RawRequest request = talk.post(message);
    Reply reply = talk.send(request.body(("[" + message + "]").getBytes(StandardCharsets.UTF_8)));
    probe.expect(reply.status() / 100 == 4, "HTTP 400", reply);
  }
}
