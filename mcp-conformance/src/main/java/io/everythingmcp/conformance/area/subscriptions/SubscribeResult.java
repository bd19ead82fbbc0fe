package io.everythingmcp.conformance.area.subscriptions;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.NotApplicableException;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import java.util.List;

/** Subscribing works if it is declared. */
@ConformanceCheck(
    id = "subscriptions/subscribe-result",
    title = "Subscribing to a listed resource, and unsubscribing, returns an empty result",
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.RESOURCES + "subscriptions",
    requires = ServerPrerequisite.SUBSCRIPTIONS)
final class SubscribeResult implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    String uri =
        probe.lists().resources().stream()
            .map(resource -> resource.path("uri").asText())
            .findFirst()
            .orElseThrow(() -> new NotApplicableException("no resource is listed"));
    StatefulClient session = probe.session();
    String params = JsonTrees.object("{}").put("uri", uri).toString();
    for (String method : List.of("resources/subscribe", "resources/unsubscribe")) {
      McpResponse reply = session.callMethod(method, params);
      probe.expect(reply.result().isObject(), "a result of " + method, reply);
    }
  }
}
