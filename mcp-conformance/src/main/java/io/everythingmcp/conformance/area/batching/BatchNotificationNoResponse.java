package io.everythingmcp.conformance.area.batching;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SseEvent;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;

/** A notification in a batch has no response, even if it is malformed. */
@ConformanceCheck(
    id = "batching/batch-notification-no-response",
    title = "In 2025-03-26 a notification in a batch receives no response, well formed or not",
    since = SpecRevision.R2025_03_26,
    until = SpecRevision.R2025_03_26,
    specification = "https://www.jsonrpc.org/specification#batch")
public final class BatchNotificationNoResponse implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatefulClient session = probe.session();
    ObjectNode ping = JsonRpcMessages.request(session.nextId(), "ping", "{}");
    ObjectNode malformed = JsonRpcMessages.notification("notifications/progress", "{}");
    malformed.set("params", JsonTrees.read("[]"));
    RawResponse response = BatchRequests.send(session, ping, malformed);
    long responses =
        response.isStream()
            ? response.events().rest().stream().filter(SseEvent::hasMessage).count()
            : count(response.json());
    probe.expect(responses == 1, "the response to ping only", responses + " responses");
  }

  private static long count(JsonNode body) {
    return body.isArray() ? body.size() : 1;
  }
}
