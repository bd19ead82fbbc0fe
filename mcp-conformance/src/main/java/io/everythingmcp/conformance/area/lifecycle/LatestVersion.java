package io.everythingmcp.conformance.area.lifecycle;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** The server responds with its latest version. */
@ConformanceCheck(
    id = "lifecycle/latest-version",
    title = "For an unknown version the server selects the latest one that it supports",
    level = RequirementLevel.SHOULD,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.LIFECYCLE + "version-negotiation")
final class LatestVersion implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    McpResponse reply =
        StatefulClient.initialize(probe.rawClient(), probe.path(), "1999-01-03", "{}");
    probe.assumeThat(reply.hasResult(), "the server refuses unknown versions");
    String latest = probe.profile().newestWithSessions().map(SpecRevision::text).orElse("");
    String offered = reply.result().path("protocolVersion").asText();
    probe.expect(offered.compareTo(latest) >= 0, latest + " in the response", offered);
  }
}
