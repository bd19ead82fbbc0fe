package io.everythingmcp.conformance.area.listening;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.SseStream;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;

/** Listening begins with what is listened to. */
@Check(
    id = "listening/acknowledged-first",
    title = "The first message on a stream of subscriptions/listen acknowledges what is honoured",
    since = Revision.R2026_07_28,
    rule = Spec.LISTENING + "acknowledgment")
final class AcknowledgedFirst implements Scenario {
  @Override
  public void run(Probe probe) {
    SseStream stream =
        Listener.open(probe, "listen-ack", "{'toolsListChanged':true,'promptsListChanged':true}");
    JsonNode first = stream.message();
    probe.expect(
        Listener.method(first).equals("notifications/subscriptions/acknowledged"),
        "notifications/subscriptions/acknowledged",
        first);
    probe.expect(
        first.at("/params/notifications").isObject(), "params.notifications, an object", first);
  }
}
