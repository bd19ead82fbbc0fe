package io.everythingmcp.conformance.area.httpsse;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SseEvent;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** The stream begins with the endpoint event. */
@ConformanceCheck(
    id = "httpsse/sse-endpoint",
    title = "The stream of HTTP+SSE begins with an endpoint event with the URL for messages",
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.HTTP_SSE + "http-with-sse",
    requires = ServerPrerequisite.HTTP_SSE)
final class SseEndpoint implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    RawResponse response = probe.rawClient().at(probe.profile().sse()).get("").send();
    SseEvent first = probe.streamOf(response).next();
    probe.expect("endpoint".equals(first.name()), "an event \"endpoint\"", first);
    probe.expect(
        !first.data().isBlank() && !first.data().contains("\n"), "one address as data", first);
  }
}
