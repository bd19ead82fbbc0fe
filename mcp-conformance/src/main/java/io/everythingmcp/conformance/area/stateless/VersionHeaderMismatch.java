package io.everythingmcp.conformance.area.stateless;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatelessClient;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** The versions of header and body must match. */
@ConformanceCheck(
    id = "stateless/version-header-mismatch",
    title = "A request whose header names another version than its body is refused with -32020",
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.STATELESS_HTTP + "protocol-version-header")
final class VersionHeaderMismatch implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatelessClient talk = probe.stateless();
    RawRequest request =
        talk.post(MalformedMetaRequests.discover(talk))
            .header("MCP-Protocol-Version", "2025-11-25");
    MalformedMetaRequests.refused(probe, talk.send(request), -32020);
  }
}
