package io.everythingmcp.conformance.area.older;

import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.Rpc;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import java.nio.charset.StandardCharsets;

/** The handshake comes alone. */
@Check(
    id = "older/batch-with-initialize",
    title = "In 2025-03-26 initialize within a batch is refused",
    level = Level.SHOULD,
    since = Revision.R2025_03_26,
    until = Revision.R2025_03_26,
    rule =
        "https://modelcontextprotocol.io/specification/2025-03-26/basic/lifecycle#initialization")
final class BatchWithInitialize implements Scenario {
  @Override
  public void run(Probe probe) {
    String body =
        "[" + Rpc.initialize("2025-03-26", "{}") + "," + Rpc.request("beside", "ping") + "]";
    RawResponse response =
        probe.client().post(probe.path(), "").body(body.getBytes(StandardCharsets.UTF_8)).send();
    Reply reply = Reply.of(response, request -> {});
    probe.expect(reply.refused(), "HTTP 400", reply);
  }
}
