package io.everythingmcp.conformance.area.lifecycle;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** A returned version is supported. */
@ConformanceCheck(
    id = "lifecycle/negotiated-version",
    title = "The version that the server selects for an unknown one is accepted when requested",
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.LIFECYCLE + "version-negotiation")
final class NegotiatedVersion implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    McpResponse first =
        StatefulClient.initialize(probe.rawClient(), probe.path(), "1999-01-02", "{}");
    String offered = first.result().path("protocolVersion").asText();
    probe.assumeThat(!offered.isEmpty(), "the server refuses unknown versions");
    McpResponse second = StatefulClient.initialize(probe.rawClient(), probe.path(), offered, "{}");
    String negotiated = second.result().path("protocolVersion").asText();
    probe.expect(negotiated.equals(offered), offered + ", which it had returned", second);
  }
}
