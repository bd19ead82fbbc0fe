package io.everythingmcp.conformance.area.stateless;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatelessClient;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** Mcp-Name must match the body. */
@ConformanceCheck(
    id = "stateless/name-header-mismatch",
    title = "A call whose Mcp-Name is not the name of the tool is refused with -32020",
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.STATELESS_HTTP + "server-validation",
    requires = ServerPrerequisite.TOOLS)
final class NameHeaderMismatch implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatelessClient talk = probe.stateless();
    RawRequest request = talk.calling(probe.harmlessTool()).header("Mcp-Name", "something-else");
    MalformedMetaRequests.refused(probe, talk.send(request), -32020);
  }
}
