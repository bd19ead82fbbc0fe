package io.everythingmcp.conformance.area.older;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.Rpc;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;

/** A batch of which nothing is answered. */
@Check(
    id = "older/batch-of-notifications",
    title = "In 2025-03-26 a batch of notifications only is answered with 202",
    since = Revision.R2025_03_26,
    until = Revision.R2025_03_26,
    rule =
        "https://modelcontextprotocol.io/specification/2025-03-26/basic/transports#sending-messages-to-the-server")
final class BatchOfNotifications implements Scenario {
  @Override
  public void run(Probe probe) {
    Session session = probe.session();
    ObjectNode cancelled = Rpc.notification("notifications/cancelled", "{'requestId':'none'}");
    RawResponse response = Batch.send(session, cancelled, cancelled);
    response.text();
    probe.expect(response.status() == 202, "HTTP 202", response);
  }
}
