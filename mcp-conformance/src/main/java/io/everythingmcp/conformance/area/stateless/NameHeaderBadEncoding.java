package io.everythingmcp.conformance.area.stateless;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatelessClient;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** An invalid encoding is rejected. */
@ConformanceCheck(
    id = "stateless/name-header-bad-encoding",
    title = "An Mcp-Name with an invalid encoding is refused with -32020",
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.STATELESS_HTTP + "value-encoding",
    requires = ServerPrerequisite.TOOLS)
final class NameHeaderBadEncoding implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatelessClient talk = probe.stateless();
    RawRequest request =
        talk.calling(probe.harmlessTool()).header("Mcp-Name", "=?base64?not!base64?=");
    MalformedMetaRequests.refused(probe, talk.send(request), -32020);
  }
}
