package io.everythingmcp.conformance.area.httpsse;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** An HTTP+SSE stream from a foreign origin is refused. */
@ConformanceCheck(
    id = "httpsse/sse-foreign-origin",
    title = "A stream of HTTP+SSE for a page of a foreign origin is refused",
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.HTTP_SSE + "security-warning",
    requires = {ServerPrerequisite.HTTP_SSE, ServerPrerequisite.LOCAL})
final class SseForeignOrigin implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    RawResponse response =
        probe
            .rawClient()
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
