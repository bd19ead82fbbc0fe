package io.everythingmcp.conformance.area.batching;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;

/** A batch without requests has no response message. */
@ConformanceCheck(
    id = "batching/batch-of-notifications",
    title = "In 2025-03-26 a batch of notifications only returns 202",
    since = SpecRevision.R2025_03_26,
    until = SpecRevision.R2025_03_26,
    specification =
        "https://modelcontextprotocol.io/specification/2025-03-26/basic/transports#sending-messages-to-the-server")
public final class BatchOfNotifications implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatefulClient session = probe.session();
    ObjectNode cancelled =
        JsonRpcMessages.notification("notifications/cancelled", "{'requestId':'none'}");
    RawResponse response = BatchRequests.send(session, cancelled, cancelled);
    response.text();
    probe.expect(response.status() == 202, "HTTP 202", response);
  }
}
