package io.everythingmcp.conformance.area.older;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.Json;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.Rpc;
import io.everythingmcp.conformance.harness.SseEvent;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;

/** A notification in a batch has no answer, also where it is malformed. */
@Check(
    id = "older/batch-notification-unanswered",
    title = "In 2025-03-26 nothing answers a notification in a batch, well formed or not",
    since = Revision.R2025_03_26,
    until = Revision.R2025_03_26,
    rule = "https://www.jsonrpc.org/specification#batch")
final class BatchNotificationUnanswered implements Scenario {
  @Override
  public void run(Probe probe) {
    Session session = probe.session();
    ObjectNode ping = Rpc.request(session.nextId(), "ping", "{}");
    ObjectNode malformed = Rpc.notification("notifications/progress", "{}");
    malformed.set("params", Json.read("[]"));
    RawResponse response = Batch.send(session, ping, malformed);
    long answers =
        response.isStream()
            ? response.events().rest().stream().filter(SseEvent::hasMessage).count()
            : count(response.json());
    probe.expect(answers == 1, "the response to ping only", answers + " responses");
  }

  private static long count(JsonNode body) {
    return body.isArray() ? body.size() : 1;
  }
}
