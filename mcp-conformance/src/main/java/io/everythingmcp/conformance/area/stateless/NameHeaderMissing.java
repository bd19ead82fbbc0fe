package io.everythingmcp.conformance.area.stateless;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatelessClient;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** Mcp-Name is required. */
@ConformanceCheck(
    id = "stateless/name-header-missing",
    title = "A call without Mcp-Name is refused with 400 and -32020",
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.STATELESS_HTTP + "standard-request-headers",
    requires = ServerPrerequisite.TOOLS)
final class NameHeaderMissing implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatelessClient talk = probe.stateless();
    RawRequest request = talk.calling(probe.harmlessTool()).header("Mcp-Name", null);
    MalformedMetaRequests.refused(probe, talk.send(request), -32020);
  }
}
