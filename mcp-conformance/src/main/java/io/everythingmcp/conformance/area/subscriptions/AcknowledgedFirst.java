package io.everythingmcp.conformance.area.subscriptions;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.harness.SseStream;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** The acknowledgement is the first message. */
@ConformanceCheck(
    id = "subscriptions/acknowledged-first",
    title = "The first message on a stream of subscriptions/listen acknowledges what is honoured",
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.LISTENING + "acknowledgment")
final class AcknowledgedFirst implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    SseStream stream =
        SubscriptionStreamReader.open(
            probe, "listen-ack", "{'toolsListChanged':true,'promptsListChanged':true}");
    JsonNode first = stream.message();
    probe.expect(
        SubscriptionStreamReader.method(first).equals("notifications/subscriptions/acknowledged"),
        "notifications/subscriptions/acknowledged",
        first);
    probe.expect(
        first.at("/params/notifications").isObject(), "params.notifications, an object", first);
  }
}
