package io.everythingmcp.conformance.area.lifecycle;

import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.Rpc;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;

/** A notification is taken and not answered. */
@Check(
    id = "lifecycle/notification-accepted",
    title = "A notification is answered with 202 and no body",
    since = Revision.R2025_03_26,
    until = Revision.R2025_11_25,
    rule = Spec.TRANSPORTS + "sending-messages-to-the-server")
final class NotificationAccepted implements Scenario {
  @Override
  public void run(Probe probe) {
    Session session = probe.session();
    RawResponse response =
        session.post(Rpc.notification("notifications/cancelled", "{'requestId':'none'}")).send();
    String body = response.text();
    probe.expect(response.status() == 202, "202", response);
    probe.expect(body.isEmpty(), "no body", body);
  }
}
