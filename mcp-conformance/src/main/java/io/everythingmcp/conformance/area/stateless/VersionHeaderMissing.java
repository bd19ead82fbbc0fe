package io.everythingmcp.conformance.area.stateless;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatelessClient;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** The version header is required. */
@ConformanceCheck(
    id = "stateless/version-header-missing",
    title = "A request without MCP-Protocol-Version is refused with 400 and -32020",
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.STATELESS_HTTP + "protocol-version-header")
final class VersionHeaderMissing implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatelessClient talk = probe.stateless();
    RawRequest request =
        talk.post(MalformedMetaRequests.discover(talk)).header("MCP-Protocol-Version", null);
    MalformedMetaRequests.refused(probe, talk.send(request), -32020);
  }
}
