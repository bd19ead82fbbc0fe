package io.everythingmcp.conformance.area.stateless;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatelessClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** The header of an annotated argument is required. */
@ConformanceCheck(
    id = "stateless/param-header-missing",
    title = "A call whose argument is missing in its header is refused with -32020",
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.STATELESS_HTTP + "server-behavior-for-custom-headers",
    requires = ServerPrerequisite.TOOLS)
final class ParamHeaderMissing implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatelessClient talk = probe.stateless();
    MalformedMetaRequests.refused(probe, talk.call(ParamHeaderTools.find(probe).call()), -32020);
  }
}
