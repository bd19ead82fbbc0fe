package io.everythingmcp.conformance.area.older;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.Rpc;
import io.everythingmcp.conformance.harness.SseEvent;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Several requests, several answers. */
@Check(
    id = "older/batch-answered",
    title = "In 2025-03-26 each request of a batch is answered",
    since = Revision.R2025_03_26,
    until = Revision.R2025_03_26,
    rule = Spec.BATCHES + "batching")
final class BatchAnswered implements Scenario {
  @Override
  public void run(Probe probe) {
    Session session = probe.session();
    RawResponse response =
        Batch.send(session, Rpc.request("first", "ping"), Rpc.request("second", "ping"));
    Set<String> ids = new TreeSet<>();
    if (response.isStream()) {
      response.events().rest().stream()
          .filter(SseEvent::hasMessage)
          .forEach(event -> ids.addAll(ids(event.json())));
    } else if (response.status() == 200) {
      ids.addAll(ids(response.json()));
    }
    probe.expect(
        ids.equals(Set.of("first", "second")), "answers to first and second", response + " " + ids);
  }

  private static Set<String> ids(JsonNode answers) {
    Set<String> ids = new TreeSet<>();
    for (JsonNode answer : answers.isArray() ? answers : List.of(answers)) {
      ids.add(answer.path("id").asText());
    }
    return ids;
  }
}
