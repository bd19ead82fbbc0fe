package io.everythingmcp.conformance.area.stateless;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatelessClient;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** Mcp-Method is required. */
@ConformanceCheck(
    id = "stateless/method-header-missing",
    title = "A request without Mcp-Method is refused with 400 and -32020",
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.STATELESS_HTTP + "standard-request-headers")
final class MethodHeaderMissing implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatelessClient talk = probe.stateless();
    RawRequest request = talk.post(MalformedMetaRequests.discover(talk)).header("Mcp-Method", null);
    MalformedMetaRequests.refused(probe, talk.send(request), -32020);
  }
}
