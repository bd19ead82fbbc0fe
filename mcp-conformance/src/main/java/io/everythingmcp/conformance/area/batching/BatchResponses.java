package io.everythingmcp.conformance.area.batching;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SseEvent;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A batch with several requests has several responses. */
@ConformanceCheck(
    id = "batching/batch-responses",
    title = "In 2025-03-26 each request of a batch receives a response",
    since = SpecRevision.R2025_03_26,
    until = SpecRevision.R2025_03_26,
    specification = SpecificationLinks.BATCHES + "batching")
public final class BatchResponses implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatefulClient session = probe.session();
    RawResponse response =
        BatchRequests.send(
            session,
            JsonRpcMessages.request("first", "ping"),
            JsonRpcMessages.request("second", "ping"));
    Set<String> ids = new TreeSet<>();
    if (response.isStream()) {
      response.events().rest().stream()
          .filter(SseEvent::hasMessage)
          .forEach(event -> ids.addAll(ids(event.json())));
    } else if (response.status() == 200) {
      ids.addAll(ids(response.json()));
    }
    probe.expect(
        ids.equals(Set.of("first", "second")),
        "responses to first and second",
        response + " " + ids);
  }

  private static Set<String> ids(JsonNode responses) {
    Set<String> ids = new TreeSet<>();
    for (JsonNode reply : responses.isArray() ? responses : List.of(responses)) {
      ids.add(reply.path("id").asText());
    }
    return ids;
  }
}
