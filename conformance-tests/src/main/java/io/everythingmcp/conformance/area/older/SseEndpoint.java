package io.everythingmcp.conformance.area.older;

import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SseEvent;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;

/** The stream begins with an address. */
@Check(
    id = "older/sse-endpoint",
    title = "The stream of HTTP+SSE begins with an event that says where messages are to be posted",
    until = Revision.R2025_11_25,
    rule = Spec.HTTP_SSE + "http-with-sse",
    needs = Need.HTTP_SSE)
final class SseEndpoint implements Scenario {
  @Override
  public void run(Probe probe) {
    RawResponse response = probe.client().at(probe.profile().sse()).get("").send();
    SseEvent first = probe.streamOf(response).next();
    probe.expect("endpoint".equals(first.name()), "an event \"endpoint\"", first);
    probe.expect(
        !first.data().isBlank() && !first.data().contains("\n"), "one address as data", first);
  }
}
