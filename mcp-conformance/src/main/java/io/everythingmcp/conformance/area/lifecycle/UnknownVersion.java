package io.everythingmcp.conformance.area.lifecycle;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** An unknown version is not negotiated. */
@ConformanceCheck(
    id = "lifecycle/unknown-version",
    title = "A version that does not exist returns another one, or refused",
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.LIFECYCLE + "version-negotiation")
final class UnknownVersion implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    McpResponse reply =
        StatefulClient.initialize(probe.rawClient(), probe.path(), "1999-01-01", "{}");
    String offered = reply.result().path("protocolVersion").asText();
    probe.expect(
        reply.refused() || SpecRevision.of(offered).isPresent(),
        "an existing version in the response, or an error",
        reply);
  }
}
