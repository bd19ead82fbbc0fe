package io.everythingmcp.conformance.area.lifecycle;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** A notification is accepted without a response. */
@ConformanceCheck(
    id = "lifecycle/notification-accepted",
    title = "A notification returns 202 and no body",
    since = SpecRevision.R2025_03_26,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.TRANSPORTS + "sending-messages-to-the-server")
final class NotificationAccepted implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatefulClient session = probe.session();
    RawResponse response =
        session
            .post(JsonRpcMessages.notification("notifications/cancelled", "{'requestId':'none'}"))
            .send();
    String body = response.text();
    probe.expect(response.status() == 202, "202", response);
    probe.expect(body.isEmpty(), "no body", body);
  }
}
