package io.everythingmcp.conformance.area.older;

import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;

/** A page of somebody else does not listen for its visitor. */
@Check(
    id = "older/sse-foreign-origin",
    title = "A stream of HTTP+SSE for a page of a foreign origin is refused",
    until = Revision.R2025_11_25,
    rule = Spec.HTTP_SSE + "security-warning",
    needs = {Need.HTTP_SSE, Need.LOCAL})
final class SseForeignOrigin implements Scenario {
  @Override
  public void run(Probe probe) {
    RawResponse response =
        probe
            .client()
            .at(probe.profile().sse())
            .get("")
            .header("Origin", "http://evil.example")
            .send();
    boolean stream = response.status() == 200 && response.isStream();
    if (stream) {
      probe.streamOf(response);
    }
    probe.expect(response.status() / 100 == 4, "HTTP 403", stream ? "a stream" : response);
  }
}
