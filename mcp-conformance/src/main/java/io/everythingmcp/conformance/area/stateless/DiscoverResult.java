package io.everythingmcp.conformance.area.stateless;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import java.util.ArrayList;
import java.util.List;

/** server/discover returns the supported versions and capabilities. */
@ConformanceCheck(
    id = "stateless/discover-result",
    title = "server/discover names the supported versions and the capabilities",
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.DISCOVER + "discoverresult")
final class DiscoverResult implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    McpResponse reply = probe.stateless().callMethod("server/discover");
    JsonNode result = reply.result();
    List<String> versions = new ArrayList<>();
    result.path("supportedVersions").forEach(version -> versions.add(version.asText()));
    probe.expect(
        versions.contains(probe.revision().text()), "supportedVersions with 2026-07-28", reply);
    probe.expect(result.path("capabilities").isObject(), "capabilities, an object", reply);
  }
}
